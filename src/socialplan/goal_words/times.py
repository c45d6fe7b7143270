"""What the readers of figures, Chinese and English make of words for a time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.goal_words import calendar
from socialplan.goal_words.numerals import numeral_at, numerals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from socialplan.goal_words.calendar import Days

PARTS = {
    **dict.fromkeys(("底", "末", "end of"), "end"),
    **dict.fromkeys(("初", "early"), "start"),
    **dict.fromkeys(("中", "中旬", "mid"), "middle"),
}


class Time(NamedTuple):
    """Words for a time; `is_deadline` where they cannot mean anything else."""

    start: int
    end: int
    days: Days | None
    is_deadline: bool


class Seen(NamedTuple):
    """From where words such as 年底 are understood."""

    start: date | None
    day_first: bool
    """31/12 rather than 12/31."""

    def year_of(self, month: int, day: int) -> int | None:
        """The year in which that day comes next."""
        if self.start is None:
            return None
        return self.start.year + ((month, day) < (self.start.month, self.start.day))


class Reader(NamedTuple):
    """A pattern, what it makes of a match, and some of which a text must have for it to match."""

    needs: tuple[str, ...]
    pattern: str
    read: Callable[[re.Match[str], Seen], Time | None]

    def times(self, text: str, seen: Seen) -> Iterator[Time]:
        if not any(need in text for need in self.needs):
            return
        for match in _compiled(self.pattern).finditer(text):
            found = self.read(match, seen)
            if found is not None:
                yield found


def said(match: re.Match[str], days: Days | None, *, is_deadline: bool = False) -> Time:
    """The whole of a match as a time."""
    return Time(match.start(), match.end(), days, is_deadline)


def dated(
    match: re.Match[str], year: int | None, month: str | None, day: str | None
) -> Time | None:
    """A year, a month or a day, or the `part` of it that the match names; None where impossible."""
    part = PARTS.get((match["part"] or "").strip(" -"), "")
    if year is None:
        return None
    if month is None:
        days = calendar.year_end(year) if part == "end" else calendar.months(year, 1, 12)
    elif day is None:
        days = calendar.month_of(year, small(month), part)
    else:
        days = calendar.exact(year, small(month), small(day))
    return said(match, days, is_deadline=part == "end") if days else None


def small(written: str) -> int:
    """The number of a month or a day, in figures or in Chinese."""
    found = numeral_at(written, 0)
    return int(found.value) if found else 0


def within(match: re.Match[str], seen: Seen, count: float | None, unit: str) -> Time | None:
    """So many days, weeks, months or years from the start."""
    if count is None:
        return None
    if unit == "year" and count % 1:
        count, unit = count * 12, "month"
    days = calendar.after(seen.start, count, unit) if seen.start else None
    return said(match, days, is_deadline=True)


def count_of(written: str) -> float | None:
    """The number that the whole of a text is."""
    found = numerals(written)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(written)):
        return None
    return found[0].value


def stretch_end(match: re.Match[str], seen: Seen, unit: str, later: int, *, end: bool) -> Time:
    """This year, next month, the end of the quarter; a month that is as good as over is none."""
    if seen.start is None:
        return said(match, None, is_deadline=True)
    if unit == "year":
        year = seen.start.year + later
        days = calendar.year_end(year) if end else calendar.months(year, 1, 12)
    else:
        length = 3 if unit == "quarter" else 1
        index = (seen.start.year * 12 + seen.start.month - 1) // length + later
        year, place = divmod(index, 12 // length)
        part = "end" if end else ""
        days = calendar.months(year, place * length + 1, (place + 1) * length, part)
        if end and not match["which"] and days and days.first <= seen.start:
            following = stretch_end(match, seen, unit, later + 1, end=True).days
            days = following and following._replace(first=days.first)
    return said(match, days, is_deadline=True)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
