"""A slot: when an account promises to publish what, or a group has its ritual."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from socialplan.slots.period import LONGEST, first_day
from socialplan.slots.recurring import MOST, occurrences
from socialplan.slots.rrules import UnreadableRuleError
from socialplan.slots.wall_times import skipped_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.cadence import Schedule

MOST_IN_ALL = 10 * MOST
"""Slots of one plan; no page shows more, and no reader counts them."""

MOST_RULES = 100
"""Recurrence rules of one plan that are worked out: one that never matches takes its time."""


class Slot(NamedTuple):
    """One occurrence of a cadence or ritual, at the wall time of its account."""

    account: str
    format: str | None
    at: datetime
    zone: str
    pillar: str | None
    title: str | None
    path: PlanPath
    """Of the entry that makes it: `("accounts", 0, "cadence", 1)`."""
    ritual: str | None = None
    """The kind of ritual, e.g. morning-report; none for a slot of a cadence."""


class Skipped(NamedTuple):
    """A wall time that a change of clocks jumps over, and the time that is shown instead."""

    path: PlanPath
    at: datetime
    shown: datetime
    zone: str


class UnreadableSchedule(NamedTuple):
    """A recurrence rule that makes no slots, because this part of it cannot be read."""

    path: PlanPath
    part: str


class Made(NamedTuple):
    """Slots of one kind, and what went wrong in making them."""

    slots: list[Slot]
    skipped: list[Skipped]
    unreadable: list[UnreadableSchedule]
    cut: list[PlanPath]


_WHEN = frozenset({"at", "every", "rrule", "start", "until", "count"})
"""What decides when something recurs; of several `days`, those that can be read still count."""


class Recurring(NamedTuple):
    """What recurs, with all that its slots share."""

    schedule: Schedule
    zone: ZoneInfo
    like: Slot


def slots_between(plan: Plan, first: date, last: date, today: date | None = None) -> list[Slot]:
    """List the slots of a few days, without working out all the others; in order of wall time."""
    start = first_day(plan, today or first)
    end = plan.period.end if plan.period is not None else None
    window = max(first, start), min(last, end or last)
    return sorted(make_slots(cadences(plan), start, *window).slots, key=lambda slot: slot.at)


def make_slots(recurring: Iterator[Recurring], anchor: date, first: date, last: date) -> Made:
    """Make all slots between two days; weeks are counted from `anchor`."""
    made = Made([], [], [], [])
    end = min(last, first + timedelta(days=366 * LONGEST))
    if end < last:
        made.cut.append(("period", "end"))
    rules = 0
    for one in recurring:
        rules += one.schedule.rrule is not None
        if len(made.slots) >= MOST_IN_ALL or rules > MOST_RULES:
            made.cut.append(one.like.path)
            break
        try:
            found = occurrences(one.schedule, anchor, first, end, one.zone)
        except UnreadableRuleError as error:
            path = (*one.like.path, "rrule")
            made.unreadable.append(UnreadableSchedule(path, str(error)))
            continue
        if found.cut:
            made.cut.append(one.like.path)
        made.slots.extend(_slots_at(found.times, one, made.skipped))
    return made


def cadences(plan: Plan) -> Iterator[Recurring]:
    """Give every cadence of every account."""
    for i, account in enumerate(plan.accounts):
        zone = plan.zone_of(account)
        for j, entry in enumerate(account.cadence):
            path: PlanPath = ("accounts", i, "cadence", j)
            if _is_unclear(entry, path, plan.holes):
                continue
            kept = Slot(
                account.id, entry.format, datetime.min, zone.key, entry.pillar, entry.title, path
            )
            yield Recurring(entry, zone, kept)


def rituals(plan: Plan) -> Iterator[Recurring]:
    """Give every ritual of the community."""
    for i, ritual in enumerate(plan.community.rituals if plan.community else ()):
        zone = plan.zone_of(ritual.account)
        path: PlanPath = ("community", "rituals", i)
        if _is_unclear(ritual, path, plan.holes):
            continue
        kind = ritual.kind or "activity"
        kept = Slot(
            ritual.account or "", None, datetime.min, zone.key, None, ritual.title, path, kind
        )
        yield Recurring(ritual, zone, kept)


def _is_unclear(schedule: Schedule, path: PlanPath, holes: frozenset[PlanPath]) -> bool:
    """Say whether nobody can tell when something recurs; a promise nobody made is not kept open."""
    if not holes:
        return False
    left_out = {hole[len(path)] for hole in holes if hole[: len(path)] == path and hole != path}
    return bool(left_out & _WHEN) or ("days" in left_out and not schedule.days)


def _slots_at(times: list[datetime], one: Recurring, skipped: list[Skipped]) -> Iterator[Slot]:
    account, form, _, zone, pillar, title, path, ritual = one.like
    for at in times:
        if jump := skipped_by(at, one.zone):
            skipped.append(Skipped(path, at, at + jump, zone))
        yield Slot(account, form, at + jump, zone, pillar, title, path, ritual)
