"""The rule due-outside-period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT142",
    Severity.WARNING,
    message="“{goal}” is due on {due}, outside the plan's {start} to {end}",
    help="Move the day, or let the plan cover it.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        period: {start: 2026-12-01, end: 2027-02-28}
        goals:
          - {metric: followers, target: 600, due: 2027-03-31}  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2027-02-28}
        goals:
          - {metric: followers, target: 600, due: 2027-02-28}
    """,
)
def due_outside_period(plan: Plan) -> Iterator[Problem]:
    """After its end nobody works by this plan, and before its start nobody has begun."""
    if plan.period is None:
        return
    start, end = plan.period.start or "…", plan.period.end or "…"
    for i, goal in enumerate(plan.goals):
        if goal.due is not None and goal.due not in plan.period:
            words = {"goal": called(goal, i), "due": goal.due, "start": start, "end": end}
            here = Related("defined-here", ("period",))
            yield Problem(("goals", i, "due"), words, related=(here,))
