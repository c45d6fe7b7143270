"""The agenda: what comes, day after day, and at the end the ideas that have no day yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.clocks import Clock, clocks_of
from socialplan.views.days import (
    Day,
    Nothing,
    backlog_of,
    counts_of,
    day_of,
    items_by_day,
    why_nothing,
)
from socialplan.views.occasions import Occasion, Unknown, days_marked, unknown_of, windows_of
from socialplan.views.rituals import Habit, habits_of, rituals_between

if TYPE_CHECKING:
    from datetime import date

    from socialplan.views import Asked
    from socialplan.views.item import Item


@dataclass(frozen=True)
class AgendaView:
    """Days that hold something, in order."""

    title: str
    first: date
    last: date
    days: tuple[Day, ...]
    habits: tuple[Habit, ...]
    """Rituals of these days, each said once."""
    counts: dict[str, int]
    backlog: tuple[Item, ...]
    """Ideas without a date."""
    nothing: Nothing | None
    """Why no day holds anything; None if one does."""
    windows: tuple[Occasion, ...]
    """Spans of days that these days lie in, e.g. the weeks before a sale."""
    unknown: tuple[Unknown, ...]
    """Days off that nobody can say yet."""
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def agenda(asked: Asked) -> AgendaView:
    """List the window's days that hold something; of an unfiltered page, festivals too."""
    items = items_by_day(asked)
    habits = habits_of(asked, rituals_between(asked))
    marked = days_marked(asked) if items and asked.filter.is_empty else set()
    return AgendaView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        days=tuple(day_of(asked, day, items) for day in sorted({*items, *marked})),
        habits=habits,
        counts=counts_of(items),
        backlog=backlog_of(asked),
        nothing=None if items or habits else why_nothing(asked),
        windows=windows_of(asked),
        unknown=unknown_of(asked),
        clocks=clocks_of(asked),
    )
