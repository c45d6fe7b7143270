"""The rule week-not-ready-on-batch-day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.times import WEEKDAYS
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment
from socialplan.rules.schedule.blackouts import may_be_silent
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar

SHOWN = 3
"""How many slots and how many posts are named."""


@rule(
    "SCH162",
    Severity.WARNING,
    message="the week of {monday} is not ready (empty slots: {empty}, "
    "posts not yet approved: {unready})",
    help="{which}Fill the slots, have the posts approved, and schedule them.",
    source="One fixed day a week for the week to come: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        workflow:
          batch: {day: fri, at: "10:00"}  # <-
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        posts:
          - {account: line, at: 2026-11-25 20:00, title: Anniversary, status: draft}
    """,
    good="""
        workflow:
          batch: {day: fri, at: "10:00"}
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        posts:
          - {account: line, at: 2026-11-25 20:00, title: Anniversary, status: scheduled}
    """,
)
def week_not_ready_on_batch_day(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """What is not ready when the week is scheduled will be made up on the day itself."""
    batch = plan.workflow.batch if plan.workflow else None
    if batch is None or batch.day is None or today.weekday() < WEEKDAYS.index(batch.day):
        return
    monday = today + timedelta(7 - today.weekday())
    sunday = monday + timedelta(6)
    empty = [
        f"{slot.account} {moment(slot.at)}"
        for slot in calendar.open_between(monday, sunday)
        if not may_be_silent(plan, slot.at.date())
    ]
    unready = [
        called(one)
        for one in calendar.planned
        if one.at is not None
        and monday <= one.at.date() <= sunday
        and one.post.status is not None
        and one.status in ("idea", "draft", "in_review")
    ]
    if empty or unready:
        words: dict[str, object] = {"monday": monday, "empty": len(empty), "unready": len(unready)}
        words["which"] = Phrase("week-lacks", {"which": _first(empty, unready)})
        yield Problem(("workflow", "batch"), words)


def _first(empty: list[str], unready: list[str]) -> list[str]:
    """Name the first of both, so that nobody has to look for them."""
    kept = [*empty[:SHOWN], *dict.fromkeys(unready[:SHOWN])]
    return [*kept, "…"] if max(len(empty), len(unready)) > SHOWN else kept
