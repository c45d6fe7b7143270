"""On which day of a year an occasion falls, by the rule that its entry has."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from socialplan.occasions.lunar import lunar_year
from socialplan.plan.times import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Entry = Mapping[str, Any]
    Span = tuple[date, date]


def spans_in(entry: Entry, year: int) -> Iterator[Span]:
    """Give the first and last day of each time that an occasion begins in a year."""
    if "from" not in entry:
        yield from ((day, day) for day in _days_in(entry, year))
        return
    for first in _days_in(entry["from"], year):
        following = (day for n in (0, 1) for day in _days_in(entry["to"], year + n))
        last = next((day for day in following if day >= first), first)
        yield first, last


def _days_in(rule: Entry, year: int) -> Iterator[date]:
    """Give the days of a year that a rule finds: a lunar month may miss one, or be in it twice."""
    for found in _found(rule, year):
        day = found + timedelta(rule.get("plus", 0))
        if day.year == year:
            yield day


def _found(rule: Entry, year: int) -> Iterator[date]:
    if "day" in rule:
        yield date.fromisoformat(f"{year}-{rule['day']}")
    elif "nth" in rule:
        yield _nth(year, **rule["nth"])
    elif "lunar" in rule:
        yield from _lunar(year, *map(int, rule["lunar"].split("-")))
    elif "term" in rule and (found := lunar_year(year)):
        yield found.qingming if rule["term"] == "qingming" else found.winter_solstice
    elif "easter" in rule:
        from dateutil.easter import easter

        yield easter(year) + timedelta(rule["easter"])


def _nth(year: int, month: int, weekday: str, number: int) -> date:
    """Find a weekday of a month, counted from its end if the number is negative."""
    wanted = WEEKDAYS.index(weekday)
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta((wanted - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta((last.weekday() - wanted) % 7 + 7 * (-number - 1))


def _lunar(year: int, month: int, day: int) -> Iterator[date]:
    """Look in the two lunar years that overlap a year."""
    for lunar in (year - 1, year):
        if found := lunar_year(lunar):
            yield found.day(month, day)
