"""The rule vanity-metric-without-guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import metric
from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, metric_of, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal


@rule(
    "SMT116",
    Severity.WARNING,
    message="“{goal}” counts “{metric}”, which can grow while the customers leave",
    help="Add `guard:` with a metric that must not suffer, such as {guards}.",
    source="The catalogue of metrics: a volume is paired with what guards its quality",
    bad="""
        goals:
          - statement: 600 friends on LINE by Christmas
            metric: followers  # <-
            target: 600
    """,
    good="""
        goals:
          - statement: 600 friends on LINE by Christmas
            metric: followers
            target: 600
            guard: block_rate
    """,
)
def vanity_metric_without_guard(plan: Plan) -> Iterator[Problem]:
    """Friends bought with gifts block the next message; only a second number shows it."""
    measured = {known.id for goal in plan.goals if (known := metric_of(goal))}
    for i, goal in smart_goals(plan):
        known = metric_of(goal)
        if known is None or goal.guard or not known.traits & {"vanity", "volume"}:
            continue
        if known.guards and measured.isdisjoint(known.guards):
            guards = _readable(known.guards, plan, goal) or known.guards
            words = {"goal": called(goal, i), "metric": known.id, "guards": list(guards)}
            yield problem("goals", i, "metric", **words)


def _readable(guards: Iterable[str], plan: Plan, goal: Goal) -> list[str]:
    """List the guards that the platforms of a goal tell; of no account, any may."""
    asked = [one for one in plan.accounts if not goal.accounts or one.id in goal.accounts]
    platforms = {one.platform for one in asked}
    known = [one for one in map(metric, guards) if one]
    return [
        one.id
        for one in known
        if not (platforms and one.platforms) or platforms & set(one.platforms)
    ]
