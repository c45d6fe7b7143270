"""The rule goal-off-track."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.measurement.points import Point, points_of
from socialplan.rules.smart.goals import called, figure, metric_of, smart_goals
from socialplan.rules.smart.growth import is_behind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings

SLACK = 0.1
"""Share of the whole way by which a reading may lie off its line; numbers waver."""


@rule(
    "MEA111",
    Severity.WARNING,
    message="“{goal}” stood at {value} on {day}; on the way from {start} to {target} it should "
    "have been {expected}. At this pace it ends at {end} on {due}",
    help="Do more of what worked, or set a target that can still be reached, and say why in "
    "`reviews: log:`.",
    source="Locke and Latham: a goal works through feedback on the distance still to go",
    bad="""
        goals:
          - statement: 600 friends by Christmas
            metric: effective_friends
            baseline: {value: 300, date: 2026-09-25}
            history:
              - {date: 2026-11-20, value: 390}  # <-
            target: 600
            due: 2026-12-25
    """,
    good="""
        goals:
          - statement: 600 friends by Christmas
            metric: effective_friends
            baseline: {value: 300, date: 2026-09-25}
            history:
              - {date: 2026-11-20, value: 490}
            target: 600
            due: 2026-12-25
    """,
)
def goal_off_track(plan: Plan, readings: Readings, today: date) -> Iterator[Problem]:
    """Halfway there is still time to change something; on the last day there is none."""
    for i, goal in smart_goals(plan):
        road = _road(goal)
        if not road or road[-1].day < today or is_behind(goal):
            continue
        if plan.lacks("goals", i, "milestones"):
            continue
        start, target = road[0], road[-1]
        points = [one for one in points_of(goal, readings, today) if one.day > start.day]
        if not points:
            continue
        expected = _expected(road, points[-1].day)
        way = target.value - start.value
        if way and (expected - points[-1].value) / way > SLACK:
            words = {"goal": called(goal, i), "day": points[-1].day, "due": target.day}
            words |= _figures(goal, start, target, points[-1], expected)
            here = Related("compared-with", ("goals", i, "baseline"))
            yield Problem(_place(goal, i, points[-1]), words, related=(here,))


def _road(goal: Goal) -> list[Point]:
    """Give the straight line from baseline to target, or by way of the milestones."""
    base, due = goal.baseline, goal.due
    if base is None or base.date is None or due is None or goal.target is None or due <= base.date:
        return []
    steps = {one.date: one.value for one in goal.milestones if one.date}
    between = [Point(day, steps[day]) for day in sorted(steps) if base.date < day < due]
    return [Point(base.date, base.value), *between, Point(due, goal.target)]


def _expected(road: list[Point], day: date) -> float:
    """Where the number should be on a day of the road."""
    for before, after in pairwise(road):
        if day <= after.day:
            share = (day - before.day).days / (after.day - before.day).days
            return before.value + share * (after.value - before.value)
    return road[-1].value


def _figures(
    goal: Goal, start: Point, target: Point, last: Point, expected: float
) -> dict[str, object]:
    known = metric_of(goal)
    a_day = (last.value - start.value) / (last.day - start.day).days
    end = last.value + a_day * (target.day - last.day).days
    if known is None or known.kind != "score":
        end = max(end, 0)
    if known is not None and known.unit == "ratio":
        end = min(end, 1)
    is_count = known is not None and known.unit == "count"

    def written(value: float) -> str:
        return figure(round(value) if is_count else float(f"{value:.4g}"), known)

    return {
        "start": written(start.value),
        "target": written(target.value),
        "value": written(last.value),
        "expected": written(expected),
        "end": written(end),
    }


def _place(goal: Goal, index: int, last: Point) -> PlanPath:
    """Point at the reading where it stands in the plan; else at the target."""
    for j, one in enumerate(goal.history):
        if one.date == last.day:
            return ("goals", index, "history", j)
    return ("goals", index, "target")
