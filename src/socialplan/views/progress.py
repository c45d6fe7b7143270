"""How far a goal is, as far as the plan's own readings show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from socialplan import facts, readings
from socialplan.views.pace import has_begun

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal, Reading
    from socialplan.readings import Readings


@dataclass(frozen=True)
class GoalProgress:
    """A goal, where it started, where it is and where it is to be."""

    statement: str
    kind: str
    """smart or value."""
    is_main: bool
    metric: str
    """The metric's name in the page's language."""
    is_ratio: bool
    start: float | None
    now: float | None
    now_on: date | None
    target: float | None
    due: date | None
    share: float | None
    """Share of the way from start to target that is done; None where it cannot be said."""
    share_of_time: float | None
    """Share of the time from the first reading to the due date that has gone."""
    review_question: str
    has_reading: bool
    """Whether anything has been read since the start."""


def measured_goals(plan: Plan, read: Readings | None) -> tuple[Goal, ...]:
    """Join what a file of readings holds of goals with the history that the plan tells."""
    return tuple(readings.joined(goal, read) for goal in plan.goals) if read else plan.goals


def progress_of(plan: Plan, goal: Goal, today: date, language: str) -> GoalProgress:
    """Measure a goal by its baseline and history up to a day."""
    start = goal.baseline
    readings = sorted(
        (one for one in (start, *goal.history) if one is not None and _is_past(one, today)),
        key=lambda one: one.date or date.min,
    )
    latest = readings[-1] if readings and has_begun(goal, today) else start
    return GoalProgress(
        statement=goal.statement or goal.id or "",
        kind=goal.kind,
        is_main=goal.main,
        metric=metric_name(goal, language),
        is_ratio=is_ratio(goal),
        start=start.value if start else None,
        now=latest.value if latest else None,
        now_on=latest.date if latest else None,
        target=goal.target,
        due=goal.due,
        share=_share(start, latest, goal.target),
        share_of_time=_share_of_time(plan, start, goal.due, today),
        review_question=goal.review_question or "",
        has_reading=latest is not None and latest is not start,
    )


def metric_name(goal: Goal, language: str) -> str:
    """Name what a goal measures, in a language where the catalogue has it."""
    if goal.metric is None:
        return ""
    known = facts.metric(goal.metric.id) if goal.metric.id else None
    if known is None:
        return goal.metric.name
    return known.names.get(language) or known.names.get("en") or goal.metric.name


def is_ratio(goal: Goal) -> bool:
    """Say whether a goal counts in shares, as rates do."""
    if goal.metric is None:
        return False
    if goal.metric.custom is not None:
        return goal.metric.custom.unit in ("%", "ratio")
    known = facts.metric(goal.metric.id) if goal.metric.id else None
    return known is not None and known.unit == "ratio"


def _is_past(reading: Reading, today: date) -> bool:
    return reading.date is None or reading.date <= today


def _share(start: Reading | None, now: Reading | None, target: float | None) -> float | None:
    if start is None or now is None or target is None or target == start.value:
        return None
    return (now.value - start.value) / (target - start.value)


def _share_of_time(
    plan: Plan, start: Reading | None, due: date | None, today: date
) -> float | None:
    began = (start.date if start else None) or (plan.period.start if plan.period else None)
    if began is None or due is None or due <= began:
        return None
    return min(max((today - began).days / (due - began).days, 0.0), 1.0)
