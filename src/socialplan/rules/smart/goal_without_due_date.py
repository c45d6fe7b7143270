"""The rule goal-without-due-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, smart_goals
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.goal_words import Deadline
    from socialplan.plan import Plan


@rule(
    "SMT141",
    Severity.ERROR,
    message="“{goal}” has no day by which it is to be reached",
    help="Add `due:` with a date.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - statement: 600 friends on LINE by Christmas  # <-
            metric: followers
            target: 600
    """,
    good="""
        goals:
          - statement: 600 friends on LINE by Christmas
            metric: followers
            target: 600
            due: 2026-12-25
    """,
)
def goal_without_due_date(plan: Plan) -> Iterator[Problem]:
    """What may be reached at any time is put off every week."""
    for i, goal in smart_goals(plan):
        if goal.due is None:
            said = statements(plan).get(i)
            day = _day(plan, said.text.deadline) if said else None
            meant = f"due: {day}" if day else None
            yield Problem(("goals", i), {"goal": called(goal, i)}, suggestion=meant)


def _day(plan: Plan, deadline: Deadline | None) -> date | None:
    """Three months from 1 December may end on 28 February, as the plan does."""
    if deadline is None or deadline.day is None or plan.period is None or plan.period.end is None:
        return deadline.day if deadline else None
    end = plan.period.end
    return end if end < deadline.day and deadline.allows(end) else deadline.day
