"""The rule quiet-hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.schedule.schedules import schedules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH151",
    Severity.WARNING,
    message="{time} lies in the quiet hours, {hours}",
    help="Choose another time, or change `quiet_hours:`.",
    source="The plan's own workflow",
    bad="""
        workflow: {quiet_hours: "22:00-08:00"}
        posts:
          - title: Good night
            at: 2026-11-25 23:30  # <-
    """,
    good="""
        workflow: {quiet_hours: "22:00-08:00"}
        posts:
          - title: Good night
            at: 2026-11-25 21:30
    """,
)
def quiet_hours(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """A message that rings at night is answered by muting or blocking the account."""
    hours = plan.workflow.quiet_hours if plan.workflow else None
    if hours is None:
        return
    compared = (Related("asked-here", ("workflow", "quiet_hours")),)
    loud: set[PlanPath] = set()
    for path, schedule in schedules(plan):
        if schedule.at is not None and hours.covers(schedule.at):
            loud.add(path)
            words = {"time": f"{schedule.at:%H:%M}", "hours": str(hours)}
            yield Problem((*path, "at"), words, related=compared)
    for one in calendar.planned:
        if one.at is not None and hours.covers(one.at.time()):
            slot = calendar.slot_of(one)
            if slot is None or slot.path not in loud or slot.at != one.at:
                words = {"time": f"{one.at:%H:%M}", "hours": str(hours)}
                yield Problem(one.path("at"), words, related=compared)
