"""The rule effort-exceeds-hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


class _Work(NamedTuple):
    due: date
    hours: float
    path: PlanPath


@rule(
    "SMT145",
    Severity.WARNING,
    message="the work due by {due} adds up to {hours} hours; the team has {available}",
    help="Do less, take longer, or give the team more hours: the time there is sets the goal.",
    source="The community-plan guide that this tool grew from: T is the time one can give",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-28}
        team:
          - {id: amy, hours_per_week: 5}
        goals:
          - metric: followers
            target: 600
            due: 2026-12-28
            hours: 40  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-28}
        team:
          - {id: amy, hours_per_week: 5}
        goals:
          - metric: followers
            target: 600
            due: 2026-12-28
            hours: 18
    """,
)
def effort_exceeds_hours(plan: Plan, today: date) -> Iterator[Problem]:
    """A goal for which nobody has time is given up in the third week."""
    per_week = sum(person.hours_per_week or 0 for person in plan.team)
    start = (plan.period.start if plan.period else None) or today
    if not per_week:
        return
    # A goal's hours may well include those of its tasks, so each list is added up by itself.
    for work in (_goals(plan), _tasks(plan)):
        yield from _overflow(work, start, per_week)


def _overflow(work: Iterable[_Work], start: date, per_week: float) -> Iterator[Problem]:
    """The first day by which more is due than there are hours until then."""
    total = 0.0
    for one in sorted(work, key=lambda one: one.due):
        total += one.hours
        available = per_week * max(0, (one.due - start).days + 1) / 7
        if total > available:
            words = {"due": one.due, "hours": total, "available": round(available, 1)}
            team = Related("compared-with", ("team",), on_key=True)
            yield Problem(one.path, words, related=(team,))
            return


def _goals(plan: Plan) -> Iterator[_Work]:
    last = plan.period.end if plan.period else None
    for i, goal in enumerate(plan.goals):
        due = goal.due or last
        if goal.hours and due:
            yield _Work(due, goal.hours, ("goals", i, "hours"))


def _tasks(plan: Plan) -> Iterator[_Work]:
    last = plan.period.end if plan.period else None
    for i, stage in enumerate(plan.community.stages if plan.community else ()):
        for j, task in enumerate(stage.tasks):
            due = task.due or last
            if task.hours and due:
                yield _Work(due, task.hours, ("community", "stages", i, "tasks", j, "hours"))
