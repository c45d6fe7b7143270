"""The rule goal-without-baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import aim, called, metric_of, read_goals
from socialplan.rules.smart.levels import start_said
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.readings import Readings


@rule(
    "SMT111",
    Severity.WARNING,
    message="“{goal}” aims at {target} without saying where the number stands today",
    help="Add `baseline:` with a value and its date.",
    source="Locke and Latham: a goal works through feedback on the distance still to go",
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
            baseline: {value: 420, date: 2026-11-20}
    """,
)
def goal_without_baseline(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """From where one starts decides whether a target is a stroll or a mountain."""
    for i, goal in read_goals(plan, readings):
        if goal.target is not None and goal.baseline is None and not goal.history:
            words = {"goal": called(goal, i), "target": aim(goal.target, metric_of(goal))}
            said = statements(plan).get(i)
            start = start_said(said.text, goal) if said else None
            meant = f"baseline: {start}" if start else None
            yield Problem(("goals", i), words, suggestion=meant)
