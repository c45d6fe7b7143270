"""The rule review-overdue."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.times import WEEKDAYS, Every
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.workflow import Reviews


@rule(
    "FLO142",
    Severity.WARNING,
    message="the plan was to be looked at again on {due}; the last time was {last}",
    help="Look at the numbers, change what they ask for, and add an entry to `log:`.",
    source="Updated and improved at fixed times: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        reviews:
          every: month  # <-
          log:
            - {date: 2026-09-01, found: Fridays do best, change: two posts on Friday}
    """,
    good="""
        reviews:
          every: month
          log:
            - {date: 2026-11-01, found: Fridays do best, change: two posts on Friday}
    """,
)
def review_overdue(plan: Plan, today: date) -> Iterator[Problem]:
    """What the last weeks taught is forgotten before it can change the next ones."""
    reviews = plan.reviews
    if reviews is None or reviews.every is None:
        return
    start = plan.period.start if plan.period else None
    last = max((entry.date for entry in reviews.log if entry.date), default=start)
    if last is None:
        return
    due = _next(reviews, reviews.every, last)
    if due < today:
        yield Problem(("reviews", "every"), {"due": due, "last": last})


def _next(reviews: Reviews, every: Every, last: date) -> date:
    """Give the day on which the next review falls, not before the rhythm has run once."""
    if every.unit in ("day", "week"):
        due = last + timedelta(every[0] * (7 if every.unit == "week" else 1))
    else:
        months = every[0] * (12 if every.unit == "year" else 1)
        month = last.month - 1 + months
        due = _in_month(last.year + month // 12, month % 12 + 1, last.day)
    if isinstance(reviews.day, int):
        return max(due, _in_month(due.year, due.month, reviews.day))
    if reviews.day is not None:
        return due + timedelta((WEEKDAYS.index(reviews.day) - due.weekday()) % 7)
    return due


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
