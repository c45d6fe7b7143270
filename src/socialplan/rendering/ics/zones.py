"""Time zones as calendar programs want them defined.

The library can define a zone too, but lists the days on which clocks change, and gives the hour
after the change instead of the one before it; Outlook knows only yearly rules.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDDDLists, vDDDTypes, vRecur, vText, vUTCOffset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

FITTED = 12
"""Years that a rule has to fit: in fewer, the fourth Sunday may always be the last."""

_DAY = timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Change(NamedTuple):
    """A change of clocks: when, by the clock before it, and between which offsets."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def kind(self) -> tuple[timedelta, timedelta, str]:
        """What changes of the same sort share."""
        return self.before, self.after, self.name


def timezone_of(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """Define a zone for these years: by a rule where there is one, else by its days."""
    first -= 1  # what holds at the beginning was set the year before
    years = range(first, max(last + 1, first + FITTED))
    changes = list(changes_between(zone, years))
    kinds: dict[tuple[timedelta, timedelta, str], list[Change]] = {}
    for one in changes:
        kinds.setdefault(one.kind, []).append(one)
    made = Timezone()
    made["TZID"] = vText(zone.key)
    rules = {kind: _rule(some, years) for kind, some in kinds.items()}
    if not rules or None in rules.values():
        made.add_component(_from_the_start(zone, first))
    for kind, some in kinds.items():
        made.add_component(_observance(some, rules[kind]))
    return made


def changes_between(zone: ZoneInfo, years: range) -> Iterator[Change]:
    """Find the changes of clocks in these years."""
    day = datetime(years[0], 1, 1, tzinfo=UTC)
    end = datetime(years[-1] + 1, 1, 1, tzinfo=UTC)
    before = _offset(day, zone)
    while day < end:
        after = _offset(day + _DAY, zone)
        if after != before:
            at = _moment_of_change(day, zone, before)
            name = at.astimezone(zone).tzname() or ""
            yield Change((at + before).replace(tzinfo=None), before, after, name)
        day, before = day + _DAY, after


def _moment_of_change(day: datetime, zone: ZoneInfo, before: timedelta) -> datetime:
    """Halve a day until the second is found from which another offset holds."""
    low, high = 0, 86_400
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(day + timedelta(seconds=middle), zone) == before:
            low = middle
        else:
            high = middle
    return day + timedelta(seconds=high)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _rule(changes: Sequence[Change], years: range) -> vRecur | None:
    """Find the rule by which clocks change once in each of these years; None if there is none."""
    moments = [one.at for one in changes]
    if [at.year for at in moments] != list(years):
        return None
    if len({(at.month, at.weekday(), at.time()) for at in moments}) > 1:
        return None
    common = set.intersection(*(_positions(at) for at in moments))
    if not common:
        return None
    position = -1 if -1 in common else min(common)
    day = f"{position}{_WEEKDAYS[moments[0].weekday()]}"
    return vRecur({"FREQ": "YEARLY", "BYMONTH": moments[0].month, "BYDAY": day})


def _positions(at: datetime) -> set[int]:
    """Say which of its weekdays a day is in its month: the second, the last."""
    is_last = (at + 7 * _DAY).month != at.month
    return {(at.day - 1) // 7 + 1} | ({-1} if is_last else set())


def _observance(
    changes: Sequence[Change], rule: vRecur | None
) -> TimezoneStandard | TimezoneDaylight:
    one = changes[0]
    made = _part(one.at, one.before, one.after, one.name)
    if rule is not None:
        made["RRULE"] = rule
    elif len(changes) > 1:
        made["RDATE"] = vDDDLists([other.at for other in changes[1:]])
    return made


def _from_the_start(zone: ZoneInfo, year: int) -> TimezoneStandard | TimezoneDaylight:
    """Say what holds before clocks change for the first time, or ever."""
    at = datetime(year, 1, 1, tzinfo=UTC)
    offset, name = _offset(at, zone), at.astimezone(zone).tzname() or ""
    return _part(at.replace(tzinfo=None), offset, offset, name)


def _part(
    at: datetime, before: timedelta, after: timedelta, name: str
) -> TimezoneStandard | TimezoneDaylight:
    made = TimezoneDaylight() if after > before else TimezoneStandard()
    made["DTSTART"] = vDDDTypes(at)
    made["TZOFFSETFROM"] = vUTCOffset(before)
    made["TZOFFSETTO"] = vUTCOffset(after)
    made["TZNAME"] = vText(name)
    return made
