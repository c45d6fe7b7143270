"""The rule holidays-unknown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem
from socialplan.occasions import unknown_between
from socialplan.rule import Severity, rule
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.slots import Calendar

DAYS = 90
"""How far ahead days off matter."""


@rule(
    "SCH175",
    Severity.INFO,
    message="{what} of {years} in {market} are not known here, so they are not checked: {why}",
    help="Look again when the government has announced them, or mind them by hand.",
    source="Mainland China announces the make-up workdays of a year in the November before",
    bad="""
        brand:
          name: Little Bear
          market: CN  # <-
        posts:
          - {title: Happy New Year, at: 2026-12-30 12:00}
          - {title: The first beans of the year, at: 2027-01-05 12:00}
    """,
    good="""
        brand:
          name: Little Bear
          market: CN
        posts:
          - {title: Happy New Year, at: 2026-12-30 12:00}
          - {title: The first beans of the year, at: 2026-12-31 12:00}
    """,
)
def holidays_unknown(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """Silence about days off would read as “there are none”."""
    market = plan.brand.market
    known = facts.market(market) if market else None
    last = _last_day(calendar, today) if known else None
    if market is None or known is None or last is None:
        return
    unknown = unknown_between(today, last, market)
    for what, why, as_of in dict.fromkeys((one.what, one.why, one.as_of) for one in unknown):
        years = [str(one.year) for one in unknown if (one.what, one.why) == (what, why)]
        words: dict[str, object] = {"what": Term(f"unknown-{what}"), "years": years}
        words |= {"market": dict(known.names), "why": Phrase(f"unknown-{why}", {"as_of": as_of})}
        yield Problem(("brand", "market"), words)


def _last_day(calendar: Calendar, today: date) -> date | None:
    """The last day near enough to matter on which something is planned or promised."""
    limit = today + timedelta(DAYS)
    days = [slot.at.date() for slot in calendar.slots_between(today, limit)[-1:]]
    days += [one.at.date() for one in calendar.planned if one.at is not None]
    return max((day for day in days if today <= day <= limit), default=None)
