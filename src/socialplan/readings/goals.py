"""What the file of readings says of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.plan.goals import Reading

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan.goals import Goal
    from socialplan.readings.records import Readings


def recorded(goal: Goal, readings: Readings) -> list[tuple[date, float]]:
    """List a goal's numbers by day; of days on which the plan itself says one, none."""
    found = readings.of(measured(goal), goal.accounts) if readings.records else []
    said = {one.date for one in (goal.baseline, *goal.history) if one is not None}
    return [(day, value) for day, value in found if day not in said]


def joined(goal: Goal, readings: Readings) -> Goal:
    """Give a goal whose history holds what the file says of it, too."""
    if not readings.records:
        return goal
    kept = readings.joined_goals
    if id(goal) not in kept:
        kept[id(goal)] = goal, _joined(goal, readings)  # the goal stays, and so its id is its own
    return kept[id(goal)][1]


def _joined(goal: Goal, readings: Readings) -> Goal:
    more = (Reading.model_construct(date=day, value=v) for day, v in recorded(goal, readings))
    return goal.model_copy(update={"history": (*goal.history, *more)})


def measured(goal: Goal) -> str:
    """The catalogue's id of what a goal measures; else the name of its own metric."""
    name = goal.metric.name if goal.metric else ""
    own = goal.metric is None or goal.metric.custom is not None
    known = None if own else facts.metric(name) or facts.find_metric(name)
    return known.id if known else name
