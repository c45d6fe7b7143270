"""The month as a calendar: weeks in rows, days in columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.views.clocks import Clock, clocks_of
from socialplan.views.days import (
    Day,
    Nothing,
    counts_of,
    day_of,
    items_by_day,
    misdated_of,
    why_nothing,
)
from socialplan.views.occasions import Occasion, Unknown, unknown_of, windows_of
from socialplan.views.rituals import Habit, habits_of, rituals_between
from socialplan.views.window import Window, month_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.views import Asked
    from socialplan.views.days import ByDay
    from socialplan.views.item import Item


@dataclass(frozen=True)
class Month:
    """One month, or the part of it that is shown."""

    first: date
    """Its first day on this page."""
    weeks: tuple[tuple[Day | None, ...], ...]
    """Seven days each; None stands for a day of another month or one that was not asked for."""
    counts: dict[str, int]


@dataclass(frozen=True)
class MonthView:
    """Months in order."""

    title: str
    first: date
    last: date
    weekdays: tuple[int, ...]
    """Days of the week in the order of the columns, 0 for Monday."""
    months: tuple[Month, ...]
    habits: tuple[Habit, ...]
    counts: dict[str, int]
    ideas: int
    """Posts without a date, in the backlog."""
    misdated: tuple[Item, ...]
    """Posts with a date that nobody can read."""
    nothing: Nothing | None
    """Why no day holds anything; None if one does."""
    windows: tuple[Occasion, ...]
    """Spans of days that these days lie in, e.g. the weeks before a sale."""
    unknown: tuple[Unknown, ...]
    """Days off that nobody can say yet."""
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def month(asked: Asked) -> MonthView:
    """Lay out every month that the window touches."""
    items = items_by_day(asked)
    habits = habits_of(asked, rituals_between(asked))
    first_weekday = first_weekday_of(asked.plan)
    return MonthView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        weekdays=tuple((first_weekday + n) % 7 for n in range(7)),
        months=tuple(_month(asked, part, items, first_weekday) for part in _months(asked.window)),
        habits=habits,
        counts=counts_of(items),
        ideas=len({one.id for one in asked.calendar.backlog}),
        misdated=misdated_of(asked),
        nothing=None if items or habits else why_nothing(asked),
        windows=windows_of(asked),
        unknown=unknown_of(asked),
        clocks=clocks_of(asked),
    )


def first_weekday_of(plan: Plan) -> int:
    """Say with which day a market's calendars begin a week, 0 for Monday."""
    market = facts.market(plan.brand.market) if plan.brand.market else None
    return market.first_weekday if market is not None else 0


def _months(window: Window) -> Iterator[Window]:
    first = window.first
    while first <= window.last:
        last = min(month_of(first).last, window.last)
        yield Window(first, last)
        first = last + timedelta(days=1)


def _month(asked: Asked, part: Window, items: ByDay, first_weekday: int) -> Month:
    blank = (part.first.weekday() - first_weekday) % 7
    days: list[Day | None] = [None] * blank
    days += [day_of(asked, day, items) for day in part.days()]
    days += [None] * (-len(days) % 7)
    return Month(
        first=part.first,
        weeks=tuple(tuple(days[n : n + 7]) for n in range(0, len(days), 7)),
        counts=counts_of({day.date: list(day.items) for day in days if day is not None}),
    )
