"""The rule expired-assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD133",
    Severity.WARNING,
    message="the assumption “{assumption}” was to be looked at again by {date}",
    help="Check whether it still holds, then move the day, or drop what rests on it.",
    source="Updating the plan as markets and trends move: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        assumptions:
          - statement: Guests read LINE on the way home
            expires: 2026-10-31  # <-
    """,
    good="""
        assumptions:
          - statement: Guests read LINE on the way home
            expires: 2027-04-30
    """,
)
def expired_assumption(plan: Plan, today: date) -> Iterator[Problem]:
    """A belief that nobody looks at again turns into a fact that nobody ever checked."""
    for i, one in enumerate(plan.assumptions):
        if one.expires is not None and one.expires < today:
            yield problem("assumptions", i, "expires", assumption=one.statement, date=one.expires)
