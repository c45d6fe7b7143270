"""The rule stale-fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan

MONTHS_OF_A_PACK = 6
MONTHS_OF_AN_INSIGHT = 24


@rule(
    "AUD132",
    Severity.INFO,
    message="what is known of “{subject}” is from {date}, {months} months ago",
    help="Look the figures up again; those on platforms come with a newer socialplan.",
    source="Facts carry a date: a platform's are looked at every 6 months, others after 24",
    bad="""
        insights:
          - statement: Facebook is where most of our guests are
            evidence: A survey of 2019
            as_of: 2019-06-30  # <-
    """,
    good="""
        insights:
          - statement: Facebook is where most of our guests are
            evidence: A survey of 2026
            as_of: 2026-06-30
    """,
)
def stale_fact(plan: Plan, today: date) -> Iterator[Problem]:
    """Audiences and limits change within a season, and the slides still show the old ones."""
    for i, insight in enumerate(plan.insights):
        if insight.as_of is not None:
            age = _months_between(insight.as_of.year, insight.as_of.month, today)
            if age > MONTHS_OF_AN_INSIGHT:
                words = {"subject": insight.statement, "date": insight.as_of, "months": age}
                yield problem("insights", i, "as_of", **words)
    for i, slug in _first_uses(plan):
        pack = platform(slug)
        year, _, month = (pack.reviewed if pack else f"{today:%Y-%m}").partition("-")
        age = _months_between(int(year), int(month), today)
        if pack and age > MONTHS_OF_A_PACK:
            words = {"subject": pack.names, "date": pack.reviewed, "months": age}
            yield problem("accounts", i, "platform", **words)


def _first_uses(plan: Plan) -> list[tuple[int, str]]:
    """Each platform once, where it is first used."""
    first: dict[str, int] = {}
    for i, account in enumerate(plan.accounts):
        if account.platform:
            first.setdefault(account.platform, i)
    return [(i, slug) for slug, i in first.items()]


def _months_between(year: int, month: int, today: date) -> int:
    return (today.year - year) * 12 + today.month - month
