"""The review: when the plan is looked at again, what is asked, which numbers are read."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.views.item import account_name
from socialplan.views.names import metric_named
from socialplan.views.progress import GoalProgress, progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.plan.workflow import Reviews
    from socialplan.views import Asked

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
AHEAD = timedelta(days=31)
"""How soon an assumption expires to be worth a look now."""


@dataclass(frozen=True)
class GoalToRead:
    """A goal whose number is read, and where."""

    progress: GoalProgress
    accounts: tuple[str, ...]
    data_source: str
    guard: str
    """The metric that must not suffer."""
    next_value: float | None
    """The milestone that comes next."""
    next_on: date | None


@dataclass(frozen=True)
class ValueToAsk:
    """A value goal: the question that is asked, and what would show it."""

    statement: str
    question: str
    signals: tuple[str, ...]


@dataclass(frozen=True)
class Expiring:
    """An assumption to look at again."""

    statement: str
    expires: date
    is_expired: bool


@dataclass(frozen=True)
class Entry:
    """The last look back."""

    day: date | None
    found: str
    change: str


@dataclass(frozen=True)
class Review:
    """What the next review needs."""

    due: date | None
    is_late: bool
    last: Entry | None
    questions: tuple[str, ...]
    goals: tuple[GoalToRead, ...]
    values: tuple[ValueToAsk, ...]
    assumptions: tuple[Expiring, ...]
    peers: tuple[str, ...]


def review_of(asked: Asked) -> Review:
    """Prepare the next review."""
    plan = asked.plan
    log = plan.reviews.log if plan.reviews else ()
    last = max(log, key=lambda one: one.date or date.min, default=None)
    due = next_review(plan.reviews, last.date if last else None, asked.calendar.period[0])
    return Review(
        due=due,
        is_late=due is not None and due < asked.today,
        last=Entry(last.date, last.found or "", last.change or "") if last else None,
        questions=plan.reviews.questions if plan.reviews else (),
        goals=tuple(_to_read(asked, goal) for goal in asked.goals if goal.kind == "smart"),
        values=tuple(
            ValueToAsk(goal.statement or goal.id or "", goal.review_question or "", goal.signals)
            for goal in plan.goals
            if goal.kind == "value"
        ),
        assumptions=tuple(_expiring(plan, asked.today, max(asked.window.last, due or date.min))),
        peers=tuple(peer.name for peer in plan.competitors),
    )


def next_review(reviews: Reviews | None, last: date | None, start: date) -> date | None:
    """Give the day of the review after the last one, else the first of the plan.

    Where no day is named, the first one comes when there is something to look back on. A review
    may be held some days early or late; a third of the rhythm is taken for that.
    """
    if reviews is None or reviews.every is None:
        return None
    unit = _DAYS[reviews.every.unit]
    if reviews.day is None:
        earliest = (last or start) + _span(reviews.every.interval * unit)
    elif last is None:
        earliest = start
    else:
        earliest = last + _span(max(reviews.every.interval * unit - 2 * unit // 3, 1))
    return _day_from(earliest, reviews.day, monthly=reviews.every.unit in ("month", "year"))


def _span(days: int) -> timedelta:
    return timedelta(days=min(days, 365_000))


def _day_from(earliest: date, named: int | str | None, *, monthly: bool) -> date:
    if named is None:
        return earliest
    for n in range(62):
        day = earliest + timedelta(days=n)
        if isinstance(named, int):
            if day.day == min(named, monthrange(day.year, day.month)[1]):
                return day
        elif WEEKDAYS[day.weekday()] == named and (not monthly or day.day <= 7):
            return day
    return earliest


def _to_read(asked: Asked, goal: Goal) -> GoalToRead:
    ahead = [one for one in goal.milestones if one.date and one.date >= asked.today]
    upcoming = min(ahead, key=lambda one: one.date or date.max, default=None)
    return GoalToRead(
        progress=progress_of(asked.plan, goal, asked.today, asked.language),
        accounts=tuple(account_name(asked.plan, one, asked.language) for one in goal.accounts),
        data_source=goal.data_source or "",
        guard=metric_named(goal.guard, asked.language),
        next_value=upcoming.value if upcoming else None,
        next_on=upcoming.date if upcoming else None,
    )


def _expiring(plan: Plan, today: date, until: date) -> Iterator[Expiring]:
    horizon = max(until, today + AHEAD)
    for one in sorted(plan.assumptions, key=lambda one: one.expires or date.max):
        if one.expires is not None and one.expires <= horizon:
            yield Expiring(one.statement, one.expires, one.expires < today)
