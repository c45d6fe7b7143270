"""The rule target-behind-baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import (
    aim,
    called,
    figure,
    history_of,
    metric_of,
    read_goals,
)
from socialplan.rules.smart.growth import is_behind, starts_of
from socialplan.rules.smart.levels import level_said
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.readings import Readings


@rule(
    "SMT113",
    Severity.ERROR,
    message="the target {target} of “{goal}” is worse than where it starts, {start}",
    help="Write the level to reach, not the change; of block and leave rates less is better.",
    source="The catalogue of metrics: which way is better",
    bad="""
        goals:
          - metric: block_rate
            baseline: {value: 18%, date: 2026-11-20}
            target: 24%  # <-
    """,
    good="""
        goals:
          - metric: block_rate
            baseline: {value: 18%, date: 2026-11-20}
            target: 14%
    """,
)
def target_behind_baseline(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """Such a goal is reached by getting worse; mostly a change was written as a level."""
    for i, goal in read_goals(plan, readings):
        if goal.target is None or not is_behind(goal):
            continue
        known = metric_of(goal)
        words = {
            "goal": called(goal, i),
            "target": aim(goal.target, known),
            "start": figure(starts_of(goal)[0], known),
        }
        here = ("goals", i, "baseline") if goal.baseline else history_of(plan, i)
        said = statements(plan, readings).get(i)
        meant = level_said(said.text, said.goal) if said else None
        if meant and is_behind(goal.model_copy(update={"target": _value(meant)})):
            meant = None  # the words ask for the same
        related = (Related("compared-with", here),)
        yield Problem(("goals", i, "target"), words, related=related, suggestion=meant)


def _value(written: str) -> float:
    """Read a level as it is written in a plan: 820, or 14%."""
    return float(written.rstrip("%")) / (100 if written.endswith("%") else 1)
