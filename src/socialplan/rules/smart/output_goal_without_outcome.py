"""The rule output-goal-without-outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, metric_of, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Metric
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal


@rule(
    "SMT117",
    Severity.WARNING,
    message="“{goal}” counts your own work (“{metric}”), and no other goal says what it is for",
    help="Add a goal for what the work should change: friends, visits, orders, answers.",
    source="Practice with OKRs: three posts a week are effort, not an outcome",
    bad="""
        goals:
          - statement: Three posts every week
            metric: published  # <-
            target: 12
    """,
    good="""
        goals:
          - statement: Three posts every week
            metric: published
            target: 12
          - statement: 90 guests come in with the coupon
            metric: coupon_redemptions
            target: 90
    """,
)
def output_goal_without_outcome(plan: Plan) -> Iterator[Problem]:
    """A goal of effort is reached by being busy, whether or not a customer ever notices."""
    outcomes = [goal for goal in plan.goals if not _is_output(metric_of(goal))]
    for i, goal in smart_goals(plan):
        known = metric_of(goal)
        if known is None or not _is_output(known):
            continue
        if not any(_share_an_account(goal, outcome) for outcome in outcomes):
            yield problem("goals", i, "metric", goal=called(goal, i), metric=known.id)


def _is_output(known: Metric | None) -> bool:
    return known is not None and ("output" in known.traits or known.stage == "process")


def _share_an_account(one: Goal, other: Goal) -> bool:
    """A goal without accounts is for all of them."""
    if not one.accounts or not other.accounts:
        return True
    return not set(one.accounts).isdisjoint(other.accounts)
