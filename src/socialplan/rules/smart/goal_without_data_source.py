"""The rule goal-without-data-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal


@rule(
    "SMT114",
    Severity.ERROR,
    message="“{goal}” does not say where “{metric}” is read",
    help="Add `data_source:`: platform export, form, pos, survey, manual, or your own words.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - statement: 90 guests come in with the coupon  # <-
            metric: coupon_redemptions
            target: 90
    """,
    good="""
        goals:
          - statement: 90 guests come in with the coupon
            metric: coupon_redemptions
            target: 90
            data_source: pos
    """,
)
def goal_without_data_source(plan: Plan) -> Iterator[Problem]:
    """A number that nobody knows where to read is guessed on the day of the review."""
    if plan.metrics is not None and plan.metrics.sources:
        return
    for i, goal in smart_goals(plan):
        if goal.metric is not None and goal.metric.name and not _is_readable(goal):
            yield problem("goals", i, goal=called(goal, i), metric=goal.metric.name)


def _is_readable(goal: Goal) -> bool:
    custom = goal.metric.custom if goal.metric else None
    return bool(goal.data_source or (custom and custom.source))
