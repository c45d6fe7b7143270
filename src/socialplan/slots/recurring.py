"""When something recurs: a schedule's wall times between two days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from socialplan.plan.times import WEEKDAYS
from socialplan.slots.rrules import times_of_rhythm, times_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from socialplan.plan.cadence import Schedule

MOST = 5_000
"""Occurrences of one schedule that are made: a post a day for thirteen years."""


class Occurrences(NamedTuple):
    """Wall times in order, and whether there would have been more of them."""

    times: list[datetime]
    cut: bool


def occurrences(
    schedule: Schedule, anchor: date, first: date, last: date, zone: ZoneInfo
) -> Occurrences:
    """List the wall times of a schedule that counts its weeks from `anchor`, both days included.

    Raises `UnreadableRuleError` if its rule cannot be read.
    """
    anchor = schedule.start or anchor
    first = max(first, anchor)
    until = _end(schedule, last, zone)
    if until < datetime.combine(first, time()):
        return Occurrences([], False)
    counted = schedule.count is not None
    found = _all_times(schedule, anchor, anchor if counted else first, until, zone)
    times = islice(found, schedule.count) if counted else found
    return _bounded(times, first, frozenset(schedule.except_))


def _bounded(times: Iterator[datetime], first: date, days_off: frozenset[date]) -> Occurrences:
    kept: list[datetime] = []
    start = datetime.combine(first, time())
    for number, at in enumerate(times):
        if number == MOST:
            return Occurrences(kept, True)
        if at >= start and not (days_off and at.date() in days_off):
            kept.append(at)
    return Occurrences(kept, False)


def _end(schedule: Schedule, last: date, zone: ZoneInfo) -> datetime:
    end = datetime.combine(last, time.max)
    until = schedule.until
    if isinstance(until, datetime):
        wall = until.astimezone(zone).replace(tzinfo=None) if until.tzinfo else until
        return min(wall, end)
    return end if until is None else min(datetime.combine(until, time.max), end)


def _all_times(
    schedule: Schedule, anchor: date, first: date, until: datetime, zone: ZoneInfo
) -> Iterator[datetime]:
    """Choose the way to find them: dateutil knows all of them, weeks are quicker without it."""
    every, at = schedule.every, schedule.at or time()
    if schedule.rrule is not None:
        return times_of_text(schedule.rrule, datetime.combine(anchor, at), until, zone)
    days = sorted({WEEKDAYS.index(day) for day in schedule.days})
    if every is None and not days:  # a time alone means each day
        days = list(range(7)) if schedule.at else []
    if every is None or every.unit == "week":
        weeks = every.interval if every else 1
        return _weekly(days or [anchor.weekday()] * bool(every), at, weeks, anchor, first, until)
    return times_of_rhythm(every, days, datetime.combine(anchor, at), until)


def _weekly(
    days: list[int], at: time, weeks: int, anchor: date, first: date, until: datetime
) -> Iterator[datetime]:
    while days and anchor.weekday() not in days:  # the first of its days is in the first week
        anchor += timedelta(1)
    monday = anchor - timedelta(anchor.weekday())
    gone = max(0, (first - monday).days // 7)
    monday += timedelta(weeks=gone - gone % weeks)
    while days and monday <= until.date():
        for day in days:
            when = monday + timedelta(day)
            if when >= first and (wall := datetime.combine(when, at)) <= until:
                yield wall
        monday += timedelta(weeks=weeks)
