"""What was read of a goal's number: in the plan and in its file of readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.readings import recorded

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
    found = dict(recorded(goal, readings))
    written = (goal.baseline, *goal.history)
    found |= {one.date: one.value for one in written if one is not None and one.date}
    return [Point(day, found[day]) for day in sorted(found) if day <= today]
