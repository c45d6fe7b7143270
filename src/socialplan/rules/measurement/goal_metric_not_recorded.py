"""The rule goal-metric-not-recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.readings import measured
from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, smart_goals
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings


@rule(
    "MEA102",
    Severity.WARNING,
    message="“{metric}” of “{goal}” is recorded nowhere: {why}",
    help="Write each reading down, under the goal's `history:` or in the CSV of `metrics: file:`.",
    source="Locke and Latham: a goal works through feedback on the distance still to go",
    bad="""
        period: {start: 2026-11-01, end: 2026-12-31}
        goals:
          - statement: 90 guests come in with the coupon
            metric: coupon_redemptions  # <-
            target: 90
            data_source: pos
    """,
    good="""
        period: {start: 2026-11-01, end: 2026-12-31}
        goals:
          - statement: 90 guests come in with the coupon
            metric: coupon_redemptions
            target: 90
            data_source: pos
            history:
              - {date: 2026-11-15, value: 21}
    """,
)
def goal_metric_not_recorded(plan: Plan, readings: Readings, today: date) -> Iterator[Problem]:
    """What nobody writes down cannot be compared with the target on the day of the review."""
    for i, goal in smart_goals(plan):
        name = measured(goal)
        if plan.lacks("goals", i, "history") or plan.lacks("goals", i, "baseline"):
            continue
        why = _missing(plan, goal, readings, today) if name else None
        if why is not None:
            yield problem("goals", i, "metric", goal=called(goal, i), metric=name, why=why)


def _missing(plan: Plan, goal: Goal, readings: Readings, today: date) -> Phrase | None:
    file = plan.metrics.file if plan.metrics else None
    if file:
        is_missing = readings.is_read and not readings.has(measured(goal)) and not goal.history
        return Phrase("recorded-not-in-file", {"file": file}) if is_missing else None
    start = plan.period.start if plan.period else None
    elsewhere = plan.metrics is not None and plan.metrics.sources
    if start is None or start >= today or elsewhere or goal.baseline or goal.history:
        return None
    return Phrase("recorded-not-since", {"start": start})
