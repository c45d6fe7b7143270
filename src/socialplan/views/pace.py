"""How fast a goal's number has to move from now on, beside how fast it has moved so far."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import expm1, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from socialplan.plan.goals import Goal

WEEK = 7
MONTH = 365.25 / 12
STEEPEST = 20
"""Logarithm of a growth that nobody means; beyond it figures leave what floats can hold."""


@dataclass(frozen=True, order=True)
class Point:
    """A number on a day."""

    day: date
    value: float


@dataclass(frozen=True)
class Pace:
    """What is required until the due day; negative where the number has to fall."""

    days: int
    """Days that are left, at least one."""
    left: float
    """What is missing to the target."""
    per_week: float
    per_month: float
    rate_per_week: float | None
    """The same as a rate of the level before; None where a level of zero allows none."""
    rate_per_month: float | None
    so_far_per_week: float | None
    """What it moved a week from the first reading to the last; None of a single reading."""
    is_faster: bool | None
    """Whether it has to move faster than so far."""


def readings_until(goal: Goal, today: date) -> tuple[Point, ...]:
    """The dated readings up to a day, baseline included, oldest first."""
    dated = {one.date: one.value for one in goal.history if one.date}
    if goal.baseline and goal.baseline.date:
        dated[goal.baseline.date] = goal.baseline.value
    return tuple(Point(day, dated[day]) for day in sorted(dated) if day <= today)


def has_begun(goal: Goal, today: date) -> bool:
    """Whether the day of the number to start from has come; what was read before is no progress."""
    return not (goal.baseline and goal.baseline.date and goal.baseline.date > today)


def expected_on(goal: Goal, day: date) -> float | None:
    """Say what the number should be on a day, straight from baseline over milestones to target."""
    marks = [one for one in (goal.baseline, *goal.milestones) if one is not None]
    way = [Point(one.date, one.value) for one in marks if one.date is not None]
    if goal.due is not None and goal.target is not None:
        way.append(Point(goal.due, goal.target))
    for before, after in pairwise(sorted(way)):
        if before.day <= day <= after.day and before.day < after.day:
            share = (day - before.day).days / (after.day - before.day).days
            return before.value + share * (after.value - before.value)
    return None


def pace_of(goal: Goal, today: date) -> Pace | None:
    """Work out what is required; None where the target is reached, missed or unknown."""
    read = readings_until(goal, today)
    is_read = read and has_begun(goal, today)
    now = read[-1].value if is_read else goal.baseline.value if goal.baseline else None
    if now is None or goal.target is None or goal.due is None or goal.due < today:
        return None
    start = goal.baseline.value if goal.baseline else now
    up = goal.target >= start
    if now == goal.target or (now > goal.target) == up:
        return None
    days = max(1, (goal.due - max(today, read[-1].day if read else today)).days)
    left = goal.target - now
    so_far = _so_far(read)
    per_week = left / days * WEEK
    return Pace(
        days=days,
        left=left,
        per_week=per_week,
        per_month=left / days * MONTH,
        rate_per_week=_rate(now, goal.target, WEEK / days),
        rate_per_month=_rate(now, goal.target, MONTH / days),
        so_far_per_week=so_far,
        is_faster=None if so_far is None else (per_week > so_far) == up and per_week != so_far,
    )


def _so_far(read: Sequence[Point]) -> float | None:
    if len(read) < 2:
        return None
    first, last = read[0], read[-1]
    return (last.value - first.value) / (last.day - first.day).days * WEEK


def _rate(now: float, target: float, share: float) -> float | None:
    if now <= 0 or target <= 0:
        return None
    return expm1(min(log(target / now) * share, STEEPEST))
