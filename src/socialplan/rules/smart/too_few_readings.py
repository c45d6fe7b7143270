"""The rule too-few-readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal

ENOUGH = 2
_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}


@rule(
    "SMT144",
    Severity.WARNING,
    message="readings of “{goal}” before {due}: {count}; two is the least",
    help="Review more often, or add `milestones:` on the way.",
    source="Locke and Latham: a goal works through feedback on the distance still to go",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-31}
        goals:
          - {metric: followers, target: 600, due: 2026-12-31}  # <-
        reviews: {every: month}
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
        goals:
          - {metric: followers, target: 600, due: 2026-12-31}
        reviews: {every: week}
    """,
)
def too_few_readings(plan: Plan, today: date) -> Iterator[Problem]:
    """Who looks only at the end learns of a missed goal when nothing can be changed any more."""
    for i, goal in smart_goals(plan):
        if goal.due is None or goal.due < today or not _is_watched(plan, goal):
            continue
        if plan.lacks("goals", i, "milestones"):
            continue
        milestones = {one.date for one in goal.milestones if one.date and one.date < goal.due}
        count = len(milestones) + _reviews_before(plan, goal.due, today)
        if count < ENOUGH:
            yield problem("goals", i, "due", goal=called(goal, i), count=count, due=goal.due)


def _is_watched(plan: Plan, goal: Goal) -> bool:
    """Where nothing at all is looked at, the missing reviews are another rule's subject."""
    return bool(goal.milestones) or (plan.reviews is not None and plan.reviews.every is not None)


def _reviews_before(plan: Plan, due: date, today: date) -> int:
    """How many reviews fit between the plan's start and the day."""
    rhythm = plan.reviews.every if plan.reviews else None
    start = (plan.period.start if plan.period else None) or today
    if rhythm is None or due <= start:
        return 0
    return round((due - start).days / (rhythm.interval * _DAYS[rhythm.unit]))
