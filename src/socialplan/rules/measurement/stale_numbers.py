"""The rule stale-numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.measurement.points import points_of
from socialplan.rules.smart.goals import called, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.times import Every
    from socialplan.readings import Readings

_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
LATE = 1.5
"""Reviews that may have passed; platforms report some days late, and so do people."""


@rule(
    "MEA103",
    Severity.WARNING,
    message="the last reading of “{goal}” is {days} days old ({last}); reviews come every {every} "
    "days",
    help="Read the number and add it to `history:`, or to the file of readings.",
    source="Weekly, monthly and yearly changes: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        period: {start: 2026-08-01, end: 2026-12-31}
        reviews: {every: month}
        goals:
          - statement: 600 friends by Christmas  # <-
            metric: effective_friends
            target: 600
            baseline: {value: 310, date: 2026-08-01}
    """,
    good="""
        period: {start: 2026-08-01, end: 2026-12-31}
        reviews: {every: month}
        goals:
          - statement: 600 friends by Christmas
            metric: effective_friends
            target: 600
            baseline: {value: 310, date: 2026-08-01}
            history: [{date: 2026-11-01, value: 480}]
    """,
)
def stale_numbers(plan: Plan, readings: Readings, today: date) -> Iterator[Problem]:
    """A review of old numbers decides about a situation that no longer exists."""
    every = plan.reviews.every if plan.reviews else None
    if every is None:
        return
    start = plan.period.start if plan.period else None
    for i, goal in smart_goals(plan):
        points = points_of(goal, readings, today)
        if not points or (goal.due and goal.due < today):
            continue
        last = points[-1].day
        if (today - max(last, start or last)).days > LATE * _days(every):
            words = {"goal": called(goal, i), "days": (today - last).days, "last": last}
            yield problem("goals", i, every=_days(every), **words)


def _days(every: Every) -> int:
    return every.interval * _DAYS[every.unit]
