"""What an account promises: how often and when, taken apart so that any language can say it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from socialplan.plan.cadence import Cadence, Schedule

    Parts = Mapping[str, str]

_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_COUNT = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SAYABLE = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "WKST", "COUNT"}
ALL_WEEK = tuple(range(7))


@dataclass(frozen=True)
class Times:
    """When a schedule comes back."""

    interval: int
    """Every how many units."""
    unit: str
    """day, week, month or year; empty where only the rule tells."""
    weekdays: tuple[int, ...] = ()
    """Days of the week, 0 for Monday."""
    position: int = 0
    """In a month, which of these weekdays: 1 the first, -1 the last; 0 where it does not matter."""
    month_days: tuple[int, ...] = ()
    """Days of the month; -1 is the last."""
    at: str = ""
    """Time of day, e.g. `20:00`."""
    until: date | None = None
    rule: str = ""
    """A recurrence rule as it is written, where it is too intricate to be said in words."""

    @property
    def count(self) -> int:
        """How often it happens in a unit."""
        return 1 if self.unit == "day" else max(1, len(self.weekdays), len(self.month_days))


@dataclass(frozen=True)
class Promise:
    """One entry of a cadence."""

    format: str | None
    title: str
    times: Times


@dataclass(frozen=True)
class Frequency:
    """How often a format is published, all its promises together."""

    format: str | None
    count: int
    interval: int
    unit: str
    rule: str = ""
    """As in `Times`; then nothing else counts."""


def promises_of(cadence: Iterable[Cadence], start: date) -> tuple[Promise, ...]:
    """Take apart what an account promises; weeks without a day count from `start`."""
    return tuple(Promise(one.format, one.title or "", times_of(one, start)) for one in cadence)


def frequencies_of(promises: Iterable[Promise]) -> tuple[Frequency, ...]:
    """Add up what is promised of each format."""
    sums: dict[tuple[str | None, int, str, str], int] = defaultdict(int)
    for one in promises:
        times = one.times
        sums[one.format, times.interval, times.unit, times.rule] += times.count
    return tuple(
        Frequency(form, count, interval, unit, rule)
        for (form, interval, unit, rule), count in sums.items()
    )


def times_of(schedule: Schedule, start: date) -> Times:
    """Take a schedule apart."""
    start = schedule.start or start
    at = f"{schedule.at:%H:%M}" if schedule.at else ""
    until = day_of(schedule.until) if schedule.until else None
    if schedule.rrule is not None:
        return _times_of_rule(schedule.rrule, start, at, until)
    days = tuple(sorted({WEEKDAYS.index(day) for day in schedule.days}))
    interval, unit = schedule.every or (1, "week" if days else "day")
    if unit == "week" and (days or (start.weekday(),)) == ALL_WEEK and interval == 1:
        return Times(1, "day", at=at, until=until)
    if unit == "week":
        return Times(interval, unit, days or (start.weekday(),), at=at, until=until)
    position = 1 if days and unit != "day" else 0
    on = () if days or unit != "month" else (start.day,)
    return Times(interval, unit, days, position, on, at, until)


def _times_of_rule(rule: str, start: date, at: str, until: date | None) -> Times:
    """Say a simple rule of RFC 5545 in the terms of a cadence; keep any other as it is."""
    parts = dict(part.split("=", 1) for part in _plain(rule).split(";") if "=" in part)
    clock = _clock(parts, at)
    interval = parts.get("INTERVAL", "1")
    if clock is not None and set(parts) <= _SAYABLE and _COUNT.fullmatch(interval):
        say = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly}.get(parts.get("FREQ", ""))
        said = say(parts, int(interval), start) if say else None
        if said is not None:
            return replace(said, at=clock, until=until)
    return Times(1, "", at=at, until=until, rule=rule)


def _daily(parts: Parts, interval: int, start: date) -> Times | None:
    if "BYMONTHDAY" in parts:
        return None
    if "BYDAY" in parts:
        return _weekly(parts, interval, start) if interval == 1 else None
    return Times(interval, "day")


def _weekly(parts: Parts, interval: int, start: date) -> Times | None:
    named = _named_days(parts)
    if named is None or "BYMONTHDAY" in parts or any(position for position, _ in named):
        return None
    days = tuple(sorted({day for _, day in named}))
    if days == ALL_WEEK and interval == 1:
        return Times(1, "day")
    return Times(interval, "week", days or (start.weekday(),))


def _monthly(parts: Parts, interval: int, start: date) -> Times | None:
    named = _named_days(parts)
    numbers = parts.get("BYMONTHDAY", "")
    if named is None or (named and numbers) or not re.fullmatch(r"(-1|\d\d?|,)*", numbers):
        return None
    positions = {position for position, _ in named}
    if len(positions) > 1 or 0 in positions:
        return None
    days = tuple(sorted({day for _, day in named}))
    on = tuple(int(day) for day in numbers.split(",") if day)
    return Times(
        interval, "month", days, max(positions, default=0), on or (() if days else (start.day,))
    )


def _named_days(parts: Parts) -> list[tuple[int, int]] | None:
    """Read `1MO,FR` as positions and days of the week; None if it is something else."""
    found = [_BYDAY.fullmatch(one) for one in parts.get("BYDAY", "").split(",") if one]
    if not all(found):
        return None
    return [(int(one[1] or 0), _CODES.index(one[2])) for one in found if one]


def _plain(rule: str) -> str:
    return rule.upper().removeprefix("RRULE:").strip(";")


def _clock(parts: Parts, at: str) -> str | None:
    """Give the time of day that a rule names, else the one beside it; None if it names several."""
    hour, minute = parts.get("BYHOUR"), parts.get("BYMINUTE")
    if hour is None:
        return at if minute is None else None
    minute = minute or (at[3:] or "0")
    if not (re.fullmatch(r"[0-9]{1,2}", hour) and re.fullmatch(r"[0-9]{1,2}", minute)):
        return None
    return f"{int(hour):02d}:{int(minute):02d}"
