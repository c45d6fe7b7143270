"""Days on which nobody works: weekends and days off, and the long breaks that they make."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from socialplan.occasions import occasions_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.occasions import Occasion

LONG = 4
"""Days in a row from which a break is long: any weekend with a day beside it has three."""
_DAY = timedelta(1)


class Break(NamedTuple):
    """Days off in a row, with the holiday that they are for."""

    first: date
    last: date
    holiday: Occasion

    def days_between(self, first: date, last: date) -> int:
        """Count its days among others, both ends included."""
        return max(0, (min(last, self.last) - max(first, self.first)).days + 1)


def long_breaks(first: date, last: date, market: str) -> Iterator[Break]:
    """Give the long breaks that begin on these days, to their very end."""
    day = first
    while day <= last:
        start, holidays = day, []
        while (reason := _reason_off(day, market)) is not None:
            holidays += reason
            day += _DAY
        if (day - start).days >= LONG and holidays:
            named = [one for one in holidays if one.kind != "public-holiday"] or holidays
            yield Break(start, day - _DAY, named[0])
        day += _DAY


def _reason_off(day: date, market: str) -> list[Occasion] | None:
    """Say why a day is off; weekends need no reason, unless they are worked."""
    there = occasions_on(day, market)
    off = [one for one in there if one.off]
    weekend = day.weekday() > 4 and not any(one.kind == "make-up-workday" for one in there)
    return off if off or weekend else None
