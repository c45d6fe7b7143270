"""Which days a page shows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import BadValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.slots import Calendar

_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})", re.IGNORECASE)
LONGEST = 3660
"""Days that one page shows at most, about ten years."""


class Window(NamedTuple):
    """The days of a page, both included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Go through the days in order."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def week_named(text: str) -> Window:
    """Read an ISO week such as `2026-W48`, or the week of a date."""
    match = _WEEK.fullmatch(text.strip())
    try:
        if match is None:
            return week_of(date.fromisoformat(text.strip()))
        return week_of(date.fromisocalendar(int(match["year"]), int(match["week"]), 1))
    except (ValueError, OverflowError):
        raise BadValue("--week", text, "2026-W48") from None


def week_of(day: date) -> Window:
    """Give the week of a day, Monday to Sunday as ISO 8601 counts weeks."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + timedelta(days=6))


def week_name(window: Window) -> str:
    """Name the ISO week, e.g. `2026-W49`, if the window is just one; else nothing."""
    year, week, _ = window.first.isocalendar()
    return f"{year}-W{week:02d}" if window == week_of(window.first) else ""


def month_of(day: date) -> Window:
    """Give the calendar month of a day."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Window(first, following - timedelta(days=1))


def span(first: date | None, last: date | None, default: Window) -> Window:
    """Take the days that were asked for, else the default ones; a page has bounds."""
    start = first or (default.first if last is None else min(default.first, last))
    end = last or (default.last if first is None else max(default.last, start))
    if end < start:
        raise BadValue("--to", end.isoformat(), f"{start.isoformat()} or later")
    return Window(start, min(end, start + timedelta(days=LONGEST)))


def nearest_day(calendar: Calendar, today: date) -> date:
    """Give today, or the plan's day nearest to it when today lies outside the period."""
    first, last = calendar.period
    return min(max(today, first), last)
