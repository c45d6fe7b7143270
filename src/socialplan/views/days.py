"""Days and what stands on them, as week, month and agenda share them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.slots import Entry
from socialplan.views.filtering import OPEN
from socialplan.views.item import Item, item_of
from socialplan.views.occasions import Occasion, occasions_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from socialplan.plan.publications import Publication
    from socialplan.views import Asked
    from socialplan.views.rituals import Ritual

    ByDay = Mapping[date, list[Item]]

ORDER = (
    "published",
    "scheduled",
    "approved",
    "in_review",
    "draft",
    "idea",
    "on_hold",
    OPEN,
    "cancelled",
)
"""The order in which statuses are counted up: what is furthest comes first."""


@dataclass(frozen=True)
class Day:
    """One day and what stands on it, by time."""

    date: date
    is_today: bool
    items: tuple[Item, ...]
    rituals: tuple[Ritual, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    """What the day is in the plan's market: a festival, a day off, a make-up workday."""

    @property
    def is_off(self) -> bool:
        """Whether offices are closed on it."""
        return any(one.off for one in self.occasions)

    @property
    def month(self) -> tuple[int, int]:
        """Year and month, for pages that group by them."""
        return self.date.year, self.date.month

    @property
    def entries(self) -> tuple[Item | Ritual, ...]:
        """Posts, open slots and rituals by time; `is_ritual` tells them apart."""
        return tuple(sorted((*self.items, *self.rituals), key=lambda one: one.time))


@dataclass(frozen=True)
class Nothing:
    """Why a page is empty, so that it can say what to do."""

    why: str
    """bare: the plan has no posts and no cadence; filtered: nothing passes; elsewhere: other days
    hold something."""
    first: date
    last: date
    """The days that the plan covers."""


def items_by_day(asked: Asked) -> dict[date, list[Item]]:
    """Sort what the window holds by day."""
    found: dict[date, list[Item]] = {}
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window)):
        item = item_of(asked.plan, entry, asked.language)
        if item.at is not None:
            found.setdefault(item.at.date(), []).append(item)
    for items in found.values():
        items.sort(key=lambda one: one.time)  # each by the clock of its own account
    return found


def day_of(
    asked: Asked, day: date, items: ByDay, rituals: Mapping[date, tuple[Ritual, ...]] | None = None
) -> Day:
    """Lay out one day of what is sorted by day."""
    return Day(
        date=day,
        is_today=day == asked.today,
        items=tuple(items.get(day, ())),
        rituals=(rituals or {}).get(day, ()),
        occasions=occasions_on(asked, day),
    )


def counts_of(items: ByDay) -> dict[str, int]:
    """Count by status, what is furthest first; open slots under `open`."""
    counted = Counter(item.status for some in items.values() for item in some)
    return {status: counted[status] for status in ORDER if counted[status]}


def backlog_of(asked: Asked) -> tuple[Item, ...]:
    """List the ideas without a date that pass the filter, and posts whose date nobody can read."""
    return (*misdated_of(asked), *_undated(asked, asked.calendar.backlog))


def misdated_of(asked: Asked) -> tuple[Item, ...]:
    """List the posts that pass the filter and whose date nobody can read."""
    return _undated(asked, asked.calendar.misdated)


def _undated(asked: Asked, some: Iterable[Publication]) -> tuple[Item, ...]:
    entries = [Entry(None, one.account_id or "", None, one) for one in some]
    kept = asked.filter.keep(asked.plan, entries)
    return tuple(item_of(asked.plan, one, asked.language) for one in kept)


def why_nothing(asked: Asked) -> Nothing:
    """Find out why there is nothing to show."""
    calendar = asked.calendar
    if not (asked.plan.posts or calendar.slots or calendar.rituals):
        why = "bare"
    else:
        why = "elsewhere" if asked.filter.is_empty else "filtered"
    return Nothing(why, *calendar.period)
