"""What was read of a goal's number: in the plan and in its file of readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.smart.goals import metric_of

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings


class Point(NamedTuple):
    """A number on a day."""

    day: date
    value: float


def points_of(goal: Goal, readings: Readings, today: date) -> list[Point]:
    """List the dated readings up to today, oldest first; what the plan itself says counts."""
    recorded = dict(readings.of(measured(goal), goal.accounts)) if readings.records else {}
    written = (goal.baseline, *goal.history)
    recorded |= {one.date: one.value for one in written if one is not None and one.date}
    return [Point(day, recorded[day]) for day in sorted(recorded) if day <= today]


def measured(goal: Goal) -> str:
    """The catalogue's id of what a goal measures; else the name of its own metric."""
    known = metric_of(goal)
    if known is not None:
        return known.id
    return goal.metric.name if goal.metric else ""
