"""The calendar: what is promised, what is planned, and what fills what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from socialplan.plan.publications import publications
from socialplan.plan.times import day_of
from socialplan.slots.filling import fill
from socialplan.slots.period import days_covered
from socialplan.slots.slot import Skipped, Slot, UnreadableSchedule, cadences, make_slots, rituals
from socialplan.slots.wall_times import instant, skipped_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

    Promise = tuple[str | None, date, date]

_DAY = timedelta(1)


class Entry(NamedTuple):
    """One line of a calendar: a slot and its post, an open slot, or a post without a slot."""

    at: datetime | None
    """Wall time at the account; ideas have none."""
    account: str
    slot: Slot | None
    publication: Publication | None


@dataclass(frozen=True, eq=False)
class Calendar:
    """Slots over the plan's period, the posts that fill them, and those that stand beside."""

    plan: Plan
    period: tuple[date, date]
    slots: tuple[Slot, ...]
    rituals: tuple[Slot, ...]
    skipped: tuple[Skipped, ...]
    """Slots and rituals at wall times that do not exist; they stand at the time shown instead."""
    unreadable: tuple[UnreadableSchedule, ...]
    cut: tuple[PlanPath, ...]
    """What would make more slots than are made: schedules, or the period's end."""
    filled: Mapping[int, Publication]
    """What fills a slot, by the slot's number in `slots`."""

    def slot_of(self, publication: Publication) -> Slot | None:
        """Give the slot that a publication fills."""
        return self._slot_of.get(publication)

    @cached_property
    def open(self) -> tuple[Slot, ...]:
        """The slots that nothing fills yet."""
        return tuple(slot for n, slot in enumerate(self.slots) if n not in self.filled)

    @cached_property
    def planned(self) -> tuple[Publication, ...]:
        """Publications with a date that are still meant to happen, or have happened."""
        found = publications(self.plan)
        return tuple(one for one in found if one.at is not None and one.status != "cancelled")

    @cached_property
    def by_account(self) -> dict[str, list[Publication]]:
        """What is planned, in order of time, by account; without what names no account."""
        found: dict[str, list[Publication]] = {}
        for one in sorted(self.planned, key=_time):
            if one.account_id:
                found.setdefault(one.account_id, []).append(one)
        return found

    @cached_property
    def backlog(self) -> tuple[Publication, ...]:
        """Ideas: publications without a date."""
        return tuple(one for one in self._undated if not one.is_misdated)

    @cached_property
    def misdated(self) -> tuple[Publication, ...]:
        """Publications with a date that nobody can read."""
        return tuple(one for one in self._undated if one.is_misdated)

    @cached_property
    def _undated(self) -> tuple[Publication, ...]:
        found = publications(self.plan)
        return tuple(one for one in found if one.at is None and one.status != "cancelled")

    @cached_property
    def off_cadence(self) -> tuple[Publication, ...]:
        """Publications at a time for which their account promises this format on other days."""
        promised = self._promised
        return tuple(
            one
            for one in self.planned
            if one.account_id
            and one not in self._slot_of
            and _in_any(one, promised.get(one.account_id, ()))
        )

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All slots and publications in order of time; ideas come last."""
        return tuple(self._entries(self.open, publications(self.plan)))

    def between(self, first: date, last: date) -> list[Entry]:
        """List what stands on these days, both included, without sorting all the others."""
        near = first - _DAY, last + _DAY  # a jump of the clocks may move a post over midnight
        some = [
            one for one in publications(self.plan) if one.at and near[0] <= one.at.date() <= near[1]
        ]
        found = self._entries(self.open_between(first, last), some)
        return [one for one in found if one.at and first <= one.at.date() <= last]

    def _entries(self, slots: Iterable[Slot], some: Iterable[Publication]) -> list[Entry]:
        made = [Entry(slot.at, slot.account, slot, None) for slot in slots]
        for one in some:
            slot = self._slot_of.get(one)
            made.append(Entry(self._shown(one), one.account_id or "", slot, one))
        return sorted(made, key=self._order)

    def slots_between(self, first: date, last: date) -> list[Slot]:
        """List the slots of these days, filled or not."""
        return _on_days(self.slots, first, last)

    def open_between(self, first: date, last: date) -> list[Slot]:
        """List the slots of these days that nothing fills yet."""
        return _on_days(self.open, first, last)

    def rituals_between(self, first: date, last: date) -> list[Slot]:
        """List the rituals of these days, both included."""
        return _on_days(self.rituals, first, last)

    @property
    def backward(self) -> bool:
        """Whether the period ends before it starts."""
        return self.period[1] < self.period[0]

    @cached_property
    def _slot_of(self) -> dict[Publication, Slot]:
        return {one: self.slots[number] for number, one in self.filled.items()}

    @cached_property
    def _promised(self) -> dict[str, list[Promise]]:
        """What each account promises: format, first and last day."""
        found: dict[str, list[Promise]] = defaultdict(list)
        makes_slots = {slot.path for slot in self.slots}
        first, last = self.period
        for schedule, _, like in cadences(self.plan):
            if like.path in makes_slots:
                end = min(day_of(schedule.until), last) if schedule.until else last
                found[like.account].append((like.format, max(schedule.start or first, first), end))
        return found

    @cached_property
    def _zones(self) -> dict[str, ZoneInfo]:
        return {account.id: self.plan.zone_of(account) for account in self.plan.accounts}

    @cached_property
    def _one_zone(self) -> bool:
        """Whether wall times sort as moments do: one zone, and no hour that comes again."""
        if len({zone.key for zone in (self.plan.zone, *self._zones.values())}) > 1:
            return False
        return not any(one.at.fold for one in publications(self.plan) if one.at is not None)

    def _order(self, entry: Entry) -> tuple[bool, datetime, str]:
        if entry.at is None:
            return True, datetime.min, entry.account
        if self._one_zone:
            return False, entry.at, entry.account
        zone = self._zones.get(entry.account, self.plan.zone)
        return False, instant(entry.at, zone), entry.account

    def _shown(self, one: Publication) -> datetime | None:
        jump = skipped_by(one.at, one.zone) if one.at is not None else None
        return one.at + jump if one.at is not None and jump else one.at  # a sum forgets the fold


def calendar_of(plan: Plan, today: date) -> Calendar:
    """Lay out a plan's slots and posts; today matters only where the plan has no period."""
    first, last = period = days_covered(plan, today)
    promised = make_slots(cadences(plan), first, first, last)
    habits = make_slots(rituals(plan), first, first, last)
    slots = sorted(promised.slots, key=lambda slot: slot.at)
    return Calendar(
        plan=plan,
        period=period,
        slots=tuple(slots),
        rituals=tuple(sorted(habits.slots, key=lambda slot: slot.at)),
        skipped=(*promised.skipped, *habits.skipped),
        unreadable=(*promised.unreadable, *habits.unreadable),
        cut=tuple(dict.fromkeys((*promised.cut, *habits.cut))),
        filled=dict(fill(slots, publications(plan))),
    )


def _on_days(slots: Sequence[Slot], first: date, last: date) -> list[Slot]:
    """Cut these days out of slots in order of wall time."""
    begin = bisect_left(slots, datetime.combine(first, time()), key=_start)
    end = bisect_right(slots, datetime.combine(last, time.max), key=_start)
    return list(slots[begin:end])


def _start(slot: Slot) -> datetime:
    return slot.at


def _time(one: Publication) -> datetime:
    return one.at or datetime.min


def _in_any(one: Publication, promises: Sequence[Promise]) -> bool:
    day = one.at.date() if one.at is not None else date.min
    return any(
        form in (None, one.format) and first <= day <= last for form, first, last in promises
    )
