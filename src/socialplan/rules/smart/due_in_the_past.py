"""The rule due-in-the-past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.period import Period


@rule(
    "SMT143",
    Severity.ERROR,
    message="“{goal}” was due on {due}, {days} days ago",
    help="Note in `reviews: log:` how it ended, then set the next target and day.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        period: {start: 2026-10-01, end: 2026-12-31}
        goals:
          - {metric: followers, target: 600, due: 2026-11-15}  # <-
    """,
    good="""
        period: {start: 2026-10-01, end: 2026-12-31}
        goals:
          - {metric: followers, target: 600, due: 2026-12-15}
    """,
)
def due_in_the_past(plan: Plan, today: date) -> Iterator[Problem]:
    """A goal whose day has passed no longer guides anybody; the plan still runs."""
    if _is_over(plan.period, today):
        return
    for i, goal in enumerate(plan.goals):
        if goal.due is None or goal.due >= today:
            continue
        if plan.period is None or goal.due in plan.period:
            days = (today - goal.due).days
            yield problem("goals", i, "due", goal=called(goal, i), due=goal.due, days=days)


def _is_over(period: Period | None, today: date) -> bool:
    """All goals of a finished plan lie in the past, and rightly."""
    return period is not None and period.end is not None and period.end < today
