"""Which days a plan covers, also where nobody wrote it down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from socialplan.plan import Plan

OUTLOOK = timedelta(weeks=4)
"""How far a plan without an end looks ahead: a month of work fits on a page."""

LONGEST = 30
"""Years of slots that are made; nobody plans further, but a slip of the pen may say so."""


def first_day(plan: Plan, today: date) -> date:
    """Give the plan's start; where it has none, the day of its first post, else today."""
    if plan.period is not None and plan.period.start is not None:
        return plan.period.start
    first = min(_days(plan), default=today)
    end = plan.period.end if plan.period is not None else None
    return first if end is None else min(first, end)


def days_covered(plan: Plan, today: date) -> tuple[date, date]:
    """Give the first and last day; an open end lies four weeks after the last post and today."""
    start = first_day(plan, today)
    if plan.period is not None and plan.period.end is not None:
        return start, plan.period.end
    this_week = today - timedelta(today.weekday())
    last_post = max(_days(plan), default=start)
    return start, max(last_post, this_week - timedelta(1), start) + OUTLOOK


def _days(plan: Plan) -> list[date]:
    return plan.once(_dated)


def _dated(plan: Plan) -> list[date]:
    return [one.at.date() for one in publications(plan) if one.at is not None]
