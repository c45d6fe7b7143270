"""The rule cadence-without-slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.schedule.schedules import schedules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH112",
    Severity.WARNING,
    message="this makes no slot from {start} to {end}",
    help="Give it days and a time, and check `start`, `until`, `count` and `except`.",
    source="The plan language: a cadence makes slots over the period",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {days: [wed], at: "20:00", until: 2026-11-30}  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {days: [wed], at: "20:00", until: 2026-12-30}
    """,
)
def cadence_without_slots(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """A promise that never comes due is forgotten, or was meant for other days."""
    start, end = calendar.period
    if calendar.backward or calendar.cut:
        return
    known = {slot.path for slot in (*calendar.slots, *calendar.rituals)}
    known |= {path[:-1] for path, _ in calendar.unreadable}
    bounded = plan.period is not None and plan.period.end is not None
    for path, schedule in schedules(plan):
        # Without an end to the plan, what is rare may well come after the weeks that are shown.
        if path not in known and (bounded or not (schedule.days or schedule.at or schedule.rrule)):
            # Where nothing says when, that is what to point at: it may only be written wrongly.
            where = path if schedule.days or schedule.rrule else (*path, "days")
            yield problem(*where, start=start, end=end)
