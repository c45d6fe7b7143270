"""Wall times and the days on which a zone's clocks change."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_NONE = timedelta(0)
_DAY = timedelta(1)


def skipped_by(at: datetime, zone: ZoneInfo) -> timedelta:
    """Say by how much clocks jump over a wall time; nothing if it exists."""
    if not _changes(at.date(), zone):
        return _NONE
    before, after = _offset(at, zone), _offset(at.replace(fold=1), zone)
    return after - before if after > before else _NONE


def instant(at: datetime, zone: ZoneInfo) -> datetime:
    """Give the UTC time of a wall time; of an ambiguous one, the first."""
    return at - _offset(at, zone)


@cache
def _changes(day: date, zone: ZoneInfo) -> bool:
    """Say whether clocks change on a day; asked once a day and not for every slot."""
    midnight = datetime.combine(day, time())
    return _offset(midnight, zone) != _offset(midnight + _DAY, zone)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.replace(tzinfo=zone).utcoffset() or _NONE
