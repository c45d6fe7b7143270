"""The rule cadence-promise-broken."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.schedule.blackouts import may_be_silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.slots import Calendar

    Promise = tuple[str, str | None]


@rule(
    "SCH132",
    Severity.WARNING,
    message="the week of {monday} had {planned} of the {promised} posts that “{account}” promises",
    help="Catch up, or promise what the team can keep.",
    source="Frequency and times of the plan table: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        period: {start: 2026-11-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed, fri], at: "20:00"}  # <-
        posts:
          - {account: line, at: 2026-11-11 20:00, title: Anniversary}
    """,
    good="""
        period: {start: 2026-11-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed, fri], at: "20:00"}
        posts:
          - {account: line, at: 2026-11-11 20:00, title: Anniversary}
          - {account: line, at: 2026-11-12 20:00, title: Last seats}
    """,
)
def cadence_promise_broken(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """Readers who were promised two posts and got one stop waiting for the next."""
    monday = today - timedelta(today.weekday() + 7)
    sunday = monday + timedelta(6)
    promised: Counter[Promise] = Counter()
    paths: dict[Promise, PlanPath] = {}
    for slot in calendar.slots_between(monday, sunday):
        if slot.account and not may_be_silent(plan, slot.at.date()):
            promised[slot.account, slot.format] += 1
            paths.setdefault((slot.account, slot.format), slot.path)
    if promised:
        planned = _planned(calendar, monday, sunday)
        for promise, count in promised.items():
            if planned[promise] < count:
                words = {"account": promise[0], "promised": count, "monday": monday}
                words["planned"] = planned[promise]
                yield Problem(paths[promise], words)


def _planned(calendar: Calendar, first: date, last: date) -> Counter[Promise]:
    """Count the posts of each account, by format and in all."""
    counted: Counter[Promise] = Counter()
    for one in calendar.planned:
        if one.at is not None and first <= one.at.date() <= last and one.status != "on_hold":
            counted[one.account_id or "", one.format] += 1
            counted[one.account_id or "", None] += one.format is not None
    return counted
