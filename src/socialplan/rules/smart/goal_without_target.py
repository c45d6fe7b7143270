"""The rule goal-without-target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, smart_goals
from socialplan.rules.smart.levels import level_said
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT102",
    Severity.ERROR,
    message="“{goal}” names no number to reach",
    help="Add `target:` with the number that would satisfy you.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - statement: More people find the bakery  # <-
            metric: store_visits
    """,
    good="""
        goals:
          - statement: More people find the bakery
            metric: store_visits
            target: 600
    """,
)
def goal_without_target(plan: Plan) -> Iterator[Problem]:
    """Without a number nobody can say whether a goal was reached."""
    for i, goal in smart_goals(plan):
        if goal.target is None:
            said = statements(plan).get(i)
            level = level_said(said.text, goal) if said else None
            meant = f"target: {level}" if level else None
            yield Problem(("goals", i), {"goal": called(goal, i)}, suggestion=meant)
