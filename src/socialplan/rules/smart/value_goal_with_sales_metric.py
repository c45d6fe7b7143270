"""The rule value-goal-with-sales-metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, metric_of, value_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT154",
    Severity.WARNING,
    message="the value goal “{goal}” is judged by sales (“{metric}”)",
    help="Take what customers do of their own accord, or make it a goal of `kind: smart`.",
    source="The 4D strategy that this tool grew from: goals that start from customers' value",
    bad="""
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            metric: store_purchases  # <-
    """,
    good="""
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            metric: shares
    """,
)
def value_goal_with_sales_metric(plan: Plan) -> Iterator[Problem]:
    """Judged by sales, care turns into advertising, and both the numbers and the mood suffer."""
    for i, goal in value_goals(plan):
        known = metric_of(goal)
        if known is not None and "sales" in known.traits:
            yield problem("goals", i, "metric", goal=called(goal, i), metric=known.id)
