"""The rule value-goal-without-signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, value_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT151",
    Severity.WARNING,
    message="the value goal “{goal}” names no signal by which one would notice it",
    help="Add `signals:`: what customers would say, ask, save or send on.",
    source="The 4D strategy that this tool grew from: goals that start from customers' value",
    bad="""
        goals:
          - kind: value  # <-
            statement: Young parents feel that we are on their side
    """,
    good="""
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            signals: [They answer each other's questions, They thank us by name]
    """,
)
def value_goal_without_signals(plan: Plan) -> Iterator[Problem]:
    """Value cannot be counted, but it can be seen, if somebody has said what to look for."""
    for i, goal in value_goals(plan):
        if not goal.signals:
            yield problem("goals", i, goal=called(goal, i))
