"""The rule over-platform-rate."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.schedules import Rate
    from socialplan.plan.publications import Publication
    from socialplan.slots import Calendar


@rule(
    "SCH141",
    Severity.ERROR,
    message="this is post {count} of “{account}” {per}; “{platform}” allows {limit} ({as_of})",
    help="Spread the posts over more days, or send some of them on another account.",
    source="The platform's own limits",
    bad="""
        accounts:
          - {id: oa, platform: wechat-oa, tier: subscription}
        posts:
          - {account: oa, title: New menu, at: 2026-11-25 12:00}
          - {account: oa, title: Anniversary, at: 2026-11-25 20:00}  # <-
    """,
    good="""
        accounts:
          - {id: oa, platform: wechat-oa, tier: subscription}
        posts:
          - {account: oa, title: New menu, at: 2026-11-25 12:00}
          - {account: oa, title: Anniversary, at: 2026-11-26 20:00}
    """,
)
def over_platform_rate(calendar: Calendar) -> Iterator[Problem]:
    """The platform refuses the post that is one too many, usually when nobody is looking."""
    for publications in calendar.by_account.values():
        account = publications[0].account
        known = facts.platform(account.platform) if account and account.platform else None
        if account is None or known is None:
            continue
        for rate in known.schedule.rates_for(account.surface, account.tier):
            for count, one in _too_many(publications, rate):
                words = {"count": count, "account": account.id, "per": Term(f"per-{rate.per}")}
                words |= {"platform": known.slug, "limit": rate.max}
                words |= {"as_of": rate.fact.as_of}
                yield Problem(
                    one.path("at"),
                    words,
                    severity=Severity.WARNING if rate.soft else None,
                    confidence=rate.fact.confidence,
                    source=rate.fact.source,
                )


def _too_many(publications: list[Publication], rate: Rate) -> Iterator[tuple[int, Publication]]:
    """Give the first post over the limit, of each day or month."""
    if len(publications) <= rate.max:
        return
    counted: Counter[str] = Counter()
    shape = "%Y-%m-%d" if rate.per == "day" else "%Y-%m"
    for one in publications:
        if one.at is not None and (not rate.formats or one.format in rate.formats):
            stretch = one.at.strftime(shape)
            counted[stretch] += 1
            if counted[stretch] == rate.max + 1:
                yield counted[stretch], one
