"""The rule overloaded-person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.community import Task


@rule(
    "FLO105",
    Severity.WARNING,
    message="the tasks of “{person}” in the week of {monday} take {hours} hours; "
    "there are {available} a week",
    help="Give a task to somebody else, or another date.",
    source="The community-plan guide that this tool grew from: T is the time one can give",
    bad="""
        team:
          - {id: amy, name: Amy, hours_per_week: 10}
        community:
          stages:
            - stage: invite
              tasks:
                - {what: write the invitation, owner: amy, due: 2026-12-01, hours: 6}
                - {what: invite regulars, owner: amy, due: 2026-12-04, hours: 8}  # <-
    """,
    good="""
        team:
          - {id: amy, name: Amy, hours_per_week: 10}
        community:
          stages:
            - stage: invite
              tasks:
                - {what: write the invitation, owner: amy, due: 2026-12-01, hours: 6}
                - {what: invite regulars, owner: amy, due: 2026-12-11, hours: 8}
    """,
)
def overloaded_person(plan: Plan) -> Iterator[Problem]:
    """Whoever has more work than hours does all of it badly, or leaves."""
    people = {person.id: i for i, person in enumerate(plan.team) if person.hours_per_week}
    spent: dict[tuple[str, date], float] = {}
    told = set()
    for path, task in _dated_tasks(plan):
        if not task.owner or task.owner not in people or task.due is None:
            continue
        person = plan.team[people[task.owner]]
        week = task.owner, task.due - timedelta(task.due.weekday())
        spent[week] = hours = spent.get(week, 0) + (task.hours or 0)
        if hours > (person.hours_per_week or 0) and week not in told:
            told.add(week)
            words = {"person": person.name or task.owner, "monday": week[1], "hours": hours}
            words["available"] = person.hours_per_week
            there = Related("compared-with", ("team", people[task.owner], "hours_per_week"))
            yield Problem((*path, "hours"), words, related=(there,))


def _dated_tasks(plan: Plan) -> Iterator[tuple[PlanPath, Task]]:
    """Give the open tasks with a day, in order of their days."""
    found = [
        (("community", "stages", i, "tasks", j), task)
        for i, stage in enumerate(plan.community.stages if plan.community else ())
        for j, task in enumerate(stage.tasks)
        if task.due is not None and not task.done
    ]
    return iter(sorted(found, key=lambda one: one[1].due or date.min))
