"""What words for a time mean: the first and the last day, seen from the plan's start."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

YEARS = range(1990, 2200)
"""Other numbers of four digits are no years of a plan."""

_ROC = 1911
"""民國 1 is 1912."""

_OLDEST_COMMON = 1000
"""Smaller numbers are years of the Republic."""

_SLACK = 20
"""“Within 12 weeks” is kept by a day one part in so many earlier or later."""


class Days(NamedTuple):
    """The days that the words may mean, both included."""

    first: date
    last: date
    day: date
    """The one to print."""


def year_of(written: int) -> int | None:
    """The common year of one written in either calendar: 2027, or 116 of the Republic."""
    year = written if written >= _OLDEST_COMMON else written + _ROC
    return year if year in YEARS else None


def exact(year: int, month: int, day: int) -> Days | None:
    """One day; work before it may end the day before."""
    try:
        last = date(year, month, day)
    except ValueError:
        return None
    return Days(last - timedelta(1), last, last) if last.year in YEARS else None


def month_of(year: int, month: int, part: str = "") -> Days | None:
    """A month, or its `start`, `middle` or `end`."""
    if not 1 <= month <= 12 or year not in YEARS:
        return None
    length = monthrange(year, month)[1]
    first, last = {"start": (1, 10), "middle": (10, 20), "end": (length - 3, length)}.get(
        part, (1, length)
    )
    # “By June” may also mean until it begins.
    early = 0 if part else 1
    day = date(year, month, last)
    return Days(date(year, month, first) - timedelta(early), day, day)


def months(year: int, first: int, last: int, part: str = "") -> Days | None:
    """From the first to the last of several months; only their `end` where that is said."""
    begin, end = month_of(year, first), month_of(year, last, part)
    if begin is None or end is None:
        return None
    return end if part == "end" else Days(begin.first, end.last, end.day)


def year_end(year: int) -> Days | None:
    """The last week of a year."""
    last = exact(year, 12, 31)
    return last and last._replace(first=last.day - timedelta(7))


def after(start: date, count: float, unit: str) -> Days | None:
    """So many days, weeks, months or years after the start."""
    try:
        last = _later(start, count, unit)
        slack = timedelta(max(1, (last - start).days // _SLACK))
        return Days(last - slack, last + slack, last)
    except (OverflowError, ValueError):
        return None


def _later(start: date, count: float, unit: str) -> date:
    if unit in ("day", "week"):
        return start + timedelta(round(count * (7 if unit == "week" else 1)))
    whole = round(count * {"month": 1, "quarter": 3, "year": 12}[unit])
    year, month = divmod(start.year * 12 + start.month - 1 + whole, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
