"""The rule goal-without-metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT101",
    Severity.ERROR,
    message="“{goal}” does not say what is measured",
    help="Add `metric:` with an id of the catalogue, or `custom:` with a name of your own.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - statement: 600 friends on LINE by Christmas  # <-
            target: 600
    """,
    good="""
        goals:
          - statement: 600 friends on LINE by Christmas
            metric: followers
            target: 600
    """,
)
def goal_without_metric(plan: Plan) -> Iterator[Problem]:
    """A wish that nothing measures is never reached and never missed."""
    for i, goal in smart_goals(plan):
        if goal.metric is None:
            yield problem("goals", i, goal=called(goal, i))
        elif not goal.metric.name:
            yield problem("goals", i, "metric", goal=called(goal, i))
