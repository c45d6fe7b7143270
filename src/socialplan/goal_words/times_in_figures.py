"""Dates in figures: 2027-03-31, 2027/3/31, 116/3/31 of the Republic, 12/31, 2027-03."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.goal_words import calendar
from socialplan.goal_words.times import Reader, said

if TYPE_CHECKING:
    import re

    from socialplan.goal_words.times import Seen, Time


def _full(match: re.Match[str], _: Seen) -> Time | None:
    year = calendar.year_of(int(match["y"]))
    days = calendar.exact(year, int(match["m"]), int(match["d"])) if year else None
    return said(match, days, is_deadline=True) if days else None


def _slashed(match: re.Match[str], seen: Seen) -> Time | None:
    one, two = int(match["one"]), int(match["two"])
    swapped = one > 12 or (seen.day_first and two <= 12)
    month, day = (two, one) if swapped else (one, two)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = int(match["y"]) if match["y"] else seen.year_of(month, day)
    days = calendar.exact(year, month, day) if year else None
    return said(match, days) if days or year is None else None


def _month(match: re.Match[str], _: Seen) -> Time | None:
    days = calendar.month_of(int(match["y"]), int(match["m"]))
    return said(match, days) if days else None


READERS = (
    Reader(
        ("-", "/", "."),
        r"(?<![0-9./-])(?P<y>[12][0-9]{2,3})(?P<by>[-/.])(?P<m>[0-9]{1,2})(?P=by)"
        r"(?P<d>[0-9]{1,2})(?![0-9])",
        _full,
    ),
    Reader(
        ("/",),
        r"(?<![0-9./])(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?:/(?P<y>20[0-9]{2}))?"
        r"(?![0-9/])(?! ?(?:的|of))",
        _slashed,
    ),
    Reader(
        ("-", "/", "."),
        r"(?<![0-9./-])(?P<y>20[0-9]{2})[-/.](?P<m>0?[1-9]|1[0-2])(?![0-9./-])",
        _month,
    ),
)
