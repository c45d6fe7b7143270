"""The rule value-goal-without-touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, value_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT153",
    Severity.INFO,
    message="the value goal “{goal}” does not say what it does on the customer's way",
    help="Add `touchpoint:` solve, guide or position, here or on its accounts.",
    source="The 4D strategy that this tool grew from: the role of a touchpoint",
    bad="""
        goals:
          - kind: value  # <-
            statement: Young parents feel that we are on their side
    """,
    good="""
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            touchpoint: solve
    """,
)
def value_goal_without_touchpoint(plan: Plan) -> Iterator[Problem]:
    """Solving a problem, guiding to an answer and standing for something need different posts."""
    for i, goal in value_goals(plan):
        accounts = (plan.account(name) for name in goal.accounts)
        if not goal.touchpoint and not any(one and one.touchpoint for one in accounts):
            yield problem("goals", i, goal=called(goal, i))
