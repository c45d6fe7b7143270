"""The rule too-little-lead-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.slots import Calendar

DAYS = 1
"""Today and tomorrow: too late for somebody else to read it with a fresh eye."""


@rule(
    "SCH143",
    Severity.WARNING,
    message="“{post}” goes out at {at} and is still “{status}”",
    help="Finish and schedule it now, or give it a later date.",
    source="Ready before the day: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        posts:
          - title: Weekend brunch
            status: draft
            at: 2026-11-22 09:00  # <-
    """,
    good="""
        posts:
          - title: Weekend brunch
            status: scheduled
            at: 2026-11-22 09:00
    """,
)
def too_little_lead_time(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """A text finished in the last hour goes out with the wrong price in it."""
    if plan.workflow is not None and plan.workflow.lead_days is not None:
        return  # the plan's own lead days are judged by the rules on overdue work
    for one in calendar.planned:
        if one.at is None or one.post.status is None:
            continue
        near = 0 <= (one.at.date() - today).days <= DAYS
        if near and one.status in ("idea", "draft", "in_review"):
            words = {"post": called(one), "at": moment(one.at), "status": one.status}
            yield Problem(one.path("at"), words)
