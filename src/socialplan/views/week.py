"""The week, or any few days: what goes out when and where, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from socialplan.views.rituals import Habit, habits_of, rituals_between, rituals_by_day
from socialplan.views.window import week_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.slots import Slot
    from socialplan.views import Asked
    from socialplan.views.item import Item


@dataclass(frozen=True)
class WeekView:
    """Days in order, and how many posts of each status they hold."""

    title: str
    first: date
    last: date
    week: str
    """The ISO week, e.g. `2026-W49`, if the days are just that; else empty."""
    days: tuple[Day, ...]
    habits: tuple[Habit, ...]
    """Rituals of most days, said once instead of on every day."""
    counts: dict[str, int]
    """Posts by status, open slots under `open`; only what there is."""
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


def week(asked: Asked) -> WeekView:
    """Lay out the days of the window."""
    items = items_by_day(asked)
    often, seldom = _by_frequency(asked)
    rituals = rituals_by_day(asked, seldom)
    return WeekView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        week=week_name(asked.window),
        days=tuple(day_of(asked, day, items, rituals) for day in asked.window.days()),
        habits=habits_of(asked, often),
        counts=counts_of(items),
        ideas=len({one.id for one in asked.calendar.backlog}),
        misdated=misdated_of(asked),
        nothing=None if items or rituals or often else why_nothing(asked),
        windows=windows_of(asked),
        unknown=unknown_of(asked),
        clocks=clocks_of(asked),
    )


def _by_frequency(asked: Asked) -> tuple[list[Slot], list[Slot]]:
    """Tell the rituals of more than half of the days from the others; a single day has no most."""
    slots = rituals_between(asked)
    days: dict[tuple[object, ...], set[date]] = {}
    for slot in slots:
        days.setdefault(slot.path, set()).add(slot.at.date())
    length = (asked.window.last - asked.window.first).days + 1
    most = {path for path, some in days.items() if length > 2 and len(some) * 2 > length}
    return [one for one in slots if one.path in most], [
        one for one in slots if one.path not in most
    ]
