"""The rule open-slot-soon."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import moment
from socialplan.rules.schedule.blackouts import may_be_silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.slots import Calendar, Slot

DAYS = 7
"""The week that one can still do something about."""

HURRY = 2
"""Days in which a post can hardly be written, checked and scheduled any more."""


@rule(
    "SCH131",
    Severity.WARNING,
    message="nothing is planned yet for “{account}” on {slots}",
    help="Write a post for it, take one from the backlog, or add the day to `except:`.",
    source="“What do we post today?”, the most frequent complaint of planners in Taiwan",
    bad="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}  # <-
        posts:
          - {account: line, title: Anniversary}
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        posts:
          - {account: line, title: Anniversary, at: 2026-11-25 20:00}
    """,
)
def open_slot_soon(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """An empty slot that comes up unnoticed ends in silence, or in a post made in a hurry."""
    soon: dict[PlanPath, list[Slot]] = {}
    last = _last_day(plan, today)
    for slot in calendar.open_between(today, last):
        if slot.account and not may_be_silent(plan, slot.at.date()):
            soon.setdefault(slot.path, []).append(slot)
    for path, slots in soon.items():
        hurry = slots[0].at.date() - today <= timedelta(HURRY)
        times = [moment(slot.at) for slot in slots[:DAYS]] + ["…"] * (len(slots) > DAYS)
        words = {"account": slots[0].account, "slots": times}
        yield Problem(path, words, severity=None if hurry else Severity.INFO)


def _last_day(plan: Plan, today: date) -> date:
    """Look to Sunday where the plan has a batch day, for then it answers for next week."""
    if plan.workflow and plan.workflow.batch and plan.workflow.batch.day:
        return today + timedelta(6 - today.weekday())
    return today + timedelta(DAYS - 1)
