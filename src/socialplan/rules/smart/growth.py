"""How fast a goal asks a number to move, beside how fast it has moved so far."""

from __future__ import annotations

from itertools import pairwise
from math import copysign, expm1, log
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.smart.goals import metric_of

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan.goals import Goal

ENOUGH = 3
"""Readings below which a history says nothing about what is usual."""

WEEK = 7

_DIRECTIONS = {"up": 1.0, "down": -1.0}
_STEEPEST = 20
"""Logarithm of a growth that nobody means; beyond it figures leave what floats can hold."""


class Growth(NamedTuple):
    """Improvement per period; where the metric should fall, a fall is positive."""

    required: float
    usual: float
    best: float
    days: int
    """Length of a period: what usually lies between two readings."""
    relative: bool
    """Rates of the level before; increments where a level of zero allows no rate."""
    better: float
    """1 where more is better, -1 where less is."""

    def figure(self, improvement: float) -> str:
        """Write an improvement as the number itself moves: a lower block rate with a minus."""
        change = self.better * improvement
        return f"{change:+,.1%}" if self.relative else f"{change:+,.4g}"


class _Point(NamedTuple):
    day: date
    value: float


def growth_of(goal: Goal, begun: date | None = None) -> Growth | None:
    """Compare what a goal needs per period with its history; None where either is unknown."""
    points = _known(readings_of(goal), begun)
    if goal.target is None or goal.due is None or len(points) < ENOUGH:
        return None
    days = max(1, round(median((b.day - a.day).days for a, b in pairwise(points))))
    last, end = points[-1], _Point(goal.due, goal.target)
    if end.day <= last.day:
        return None
    relative = all(point.value > 0 for point in (*points, end))
    better = _better(goal, last.value)
    past = [better * _rate(a, b, days, relative) for a, b in pairwise(points)]
    required = better * _rate(last, end, days, relative)
    return Growth(required, median(past), max(past), days, relative, better)


def readings_of(goal: Goal) -> list[_Point]:
    """The dated readings, baseline included, oldest first."""
    dated = {one.date: one.value for one in goal.history if one.date}
    if goal.baseline and goal.baseline.date:
        dated[goal.baseline.date] = goal.baseline.value
    return [_Point(day, dated[day]) for day in sorted(dated)]


def _known(points: list[_Point], begun: date | None) -> list[_Point]:
    """What was known when the goal was set; all that is known, where that is too little."""
    before = _apart([point for point in points if begun is None or point.day <= begun])
    return before if len(before) >= ENOUGH else _apart(points)


def _apart(points: list[_Point]) -> list[_Point]:
    """Leave out what was read less than a week before the next: single days waver too much."""
    kept: list[_Point] = []
    for point in reversed(points):
        if not kept or (kept[-1].day - point.day).days >= WEEK:
            kept.append(point)
    return kept[::-1]


def starts_of(goal: Goal) -> list[float]:
    """Where the number stands: the baseline, else any reading may be it, the latest first."""
    if goal.baseline is not None:
        return [goal.baseline.value]
    return [point.value for point in reversed(readings_of(goal))]


def is_behind(goal: Goal) -> bool:
    """Say whether the target is worse than where the number starts; not where it was reached."""
    known, starts, target = metric_of(goal), starts_of(goal), goal.target
    sign = _DIRECTIONS.get(known.direction) if known else None
    if sign is None or target is None:
        return False
    return bool(starts) and all(sign * (target - start) < 0 for start in starts)


def _rate(before: _Point, after: _Point, days: int, relative: bool) -> float:
    periods = (after.day - before.day).days / days
    if relative:
        return expm1(min(log(after.value / before.value) / periods, _STEEPEST))
    return (after.value - before.value) / periods


def _better(goal: Goal, last: float) -> float:
    """1 where more is better, -1 where less is; of an unknown metric the target tells."""
    known = metric_of(goal)
    sign = _DIRECTIONS.get(known.direction) if known else None
    return sign if sign is not None else copysign(1.0, (goal.target or 0) - last)
