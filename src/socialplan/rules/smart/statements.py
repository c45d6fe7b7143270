"""What the goals of a plan say in words, read once for all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.readings import joined
from socialplan.rules.smart.goals import smart_goals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from socialplan.goal_words import GoalText
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings


class Said(NamedTuple):
    """A goal that is judged by a number, and what its statement says."""

    goal: Goal
    text: GoalText


def statements(plan: Plan, readings: Readings | None = None) -> Mapping[int, Said]:
    """By its number, every such goal that has a statement; with its `readings`, if given."""
    found = plan.once(_read)
    if readings is None or not readings.records:
        return found
    return {i: Said(joined(said.goal, readings), said.text) for i, said in found.items()}


def _read(plan: Plan) -> Mapping[int, Said]:
    from socialplan.goal_words import read_goal

    return {
        i: Said(
            goal,
            read_goal(goal.statement, _start(plan, goal), plan.locale, _own_names(goal)),
        )
        for i, goal in smart_goals(plan)
        if goal.statement
    }


def _start(plan: Plan, goal: Goal) -> date | None:
    """The day from which “within three months” counts."""
    if plan.period is not None and plan.period.start is not None:
        return plan.period.start
    return goal.baseline.date if goal.baseline else None


def _own_names(goal: Goal) -> tuple[str, ...]:
    custom = goal.metric.custom if goal.metric else None
    return (custom.name,) if custom else ()
