"""Recurrence rules of RFC 5545, worked out by dateutil within bounds."""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from socialplan.slots.period import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

    from socialplan.plan.times import Every


class UnreadableRuleError(ValueError):
    """A recurrence rule that cannot be read; its argument is the part at fault."""


_RANGES = {
    "INTERVAL": range(1, 10_000),
    "COUNT": range(1, 10**9 + 1),
    "BYSECOND": range(60),
    "BYMINUTE": range(60),
    "BYHOUR": range(24),
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(1, 32),
    "BYYEARDAY": range(1, 367),
    "BYWEEKNO": range(1, 54),
    "BYSETPOS": range(1, 367),
}
_FROM_THE_END = {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
_OTHERS = {"FREQ", "BYDAY", "WKST", "UNTIL"}
_BY = {name for name in (*_RANGES, "BYDAY") if name.startswith("BY")}
_REFUSED = {"HOURLY": {"BYSETPOS"}, "MINUTELY": _BY, "SECONDLY": _BY}
"""Where dateutil would try every second of years; a day's rule with BYHOUR says the same."""


def times_of_text(
    text: str, start: datetime, until: datetime, zone: ZoneInfo
) -> Iterator[datetime]:
    """Follow a rule such as `FREQ=MONTHLY;BYDAY=1MO` from a start.

    Raises `UnreadableRuleError` if it cannot be read.
    """
    from dateutil.rrule import rrulestr

    parts = dict(_part(one) for one in text.upper().removeprefix("RRULE:").split(";") if one)
    if refused := _REFUSED.get(parts.get("FREQ", ""), set()) & set(parts):
        raise UnreadableRuleError(f"{min(refused)}={parts[min(refused)]}")
    if said := parts.pop("UNTIL", None):
        until = min(until, _last_moment(said, zone))
    shift = _shift(start.year, until.year)
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        rule = rrulestr(plain, dtstart=start.replace(year=start.year + shift))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        raise UnreadableRuleError(text) from None
    return _shifted_back(rule, shift, until, text)


def times_of_rhythm(
    every: Every, days: list[int], start: datetime, until: datetime
) -> Iterator[datetime]:
    """Follow a rhythm in days, months or years; a month's day is the first of its name."""
    from dateutil.rrule import DAILY, MONTHLY, YEARLY, rrule, weekday

    freq: Literal[0, 1, 3]
    freq = DAILY if every.unit == "day" else MONTHLY if every.unit == "month" else YEARLY
    named = [weekday(day, None if freq == DAILY else +1) for day in days] or None
    shift = _shift(start.year, until.year)
    from_there = start.replace(year=start.year + shift)
    rule = rrule(freq, from_there, interval=every.interval, byweekday=named)
    return _shifted_back(rule, shift, until, str(every))


def _part(written: str) -> tuple[str, str]:
    """Take one `NAME=VALUE` apart and hold its numbers against what they can be."""
    name, _, value = written.partition("=")
    bounds = _RANGES.get(name)
    if bounds is None:
        if name not in _OTHERS:
            raise UnreadableRuleError(written)
        return name, value
    for number in value.split(","):
        size = number.lstrip("+-") if name in _FROM_THE_END else number
        if not (size.isascii() and size.isdigit() and len(size) < 12 and int(size) in bounds):
            raise UnreadableRuleError(written)
    return name, value


def _last_moment(said: str, zone: ZoneInfo) -> datetime:
    try:
        until = datetime.fromisoformat(said)
        if until.tzinfo is not None:
            return until.astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise UnreadableRuleError(f"UNTIL={said}") from None
    return until if "T" in said else until + timedelta(days=1, microseconds=-1)


def _shifted_back(
    rule: Iterable[datetime], shift: int, until: datetime, text: str
) -> Iterator[datetime]:
    try:
        for late in rule:
            at = late.replace(year=late.year - shift)
            if at > until:
                return
            yield at
    except (ValueError, IndexError):  # an hour that is never reached, the 99th Monday
        raise UnreadableRuleError(text) from None


@cache
def _shift(first: int, last: int) -> int:
    """Years from here to the latest stretch of the calendar that looks the same.

    For a rule that never matches, such as the 31st of February, dateutil looks for a match up to
    the year 9999. Begun there, it soon gives up. Raises `UnreadableRuleError` if the stretch is
    too long.
    """
    if last - first > 2 * LONGEST:
        raise UnreadableRuleError(f"{first}-{last}")
    here = [_kind(year) for year in range(first - 1, last + 2)]
    for start in range(MAXYEAR - len(here), first, -1):
        if all(_kind(start + i) == kind for i, kind in enumerate(here)):
            return start + 1 - first
    return 0


@cache
def _kind(year: int) -> tuple[int, bool]:
    return date(year, 1, 1).weekday(), isleap(year)
