"""The rule lead-time-over-holiday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called
from socialplan.rules.schedule.breaks import long_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar

DAYS = 60
"""How far ahead work is planned."""

_UNFINISHED = ("idea", "draft", "in_review")


@rule(
    "SCH174",
    Severity.INFO,
    message="of the {lead} days before “{post}”, {off} are days off: {holiday}, {first} – {last}",
    help="Have it ready before the break, or publish it later.",
    source="The plan's own lead days, and the market's public holidays",
    bad="""
        brand: {name: Little Bear, market: MO}
        workflow: {lead_days: 5}
        posts:
          - title: Between the years
            at: 2026-12-28 09:00  # <-
            status: draft
    """,
    good="""
        brand: {name: Little Bear, market: MO}
        workflow: {lead_days: 5}
        posts:
          - title: Between the years
            at: 2026-12-31 09:00
            status: draft
    """,
)
def lead_time_over_holiday(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """What is due over a long break is finished before it, or in a hurry after it."""
    lead = _longest_lead(plan)
    if not lead or not plan.brand.market:
        return
    waiting = sorted(
        (one.at.date(), i)
        for i, one in enumerate(calendar.planned)
        if one.at is not None
        and one.status in _UNFINISHED
        and timedelta(lead) <= one.at.date() - today <= timedelta(DAYS)
    )
    if not waiting:
        return
    for off in long_breaks(today, waiting[-1][0], plan.brand.market):
        crossed = (
            (i, days)
            for day, i in waiting
            if 2 * (days := off.days_between(day - timedelta(lead), day - timedelta(1))) > lead
        )
        for i, days in crossed:
            one = calendar.planned[i]
            words = {"lead": lead, "post": called(one), "off": days}
            words |= {"holiday": off.holiday.names, "first": off.first, "last": off.last}
            yield Problem(one.path("at"), words)
            break  # one post says it for all of that break


def _longest_lead(plan: Plan) -> int:
    lead = plan.workflow.lead_days if plan.workflow else None
    return max((lead.draft or 0, lead.asset or 0, lead.review or 0)) if lead else 0
