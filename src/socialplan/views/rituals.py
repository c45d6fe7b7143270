"""What recurs in groups: on a day, or said once for all the days of a page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from socialplan.views.item import account_name
from socialplan.views.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from socialplan.slots import Slot
    from socialplan.views import Asked

    Moment = tuple[str, str, str]

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Ritual:
    """What recurs at a time, in one group or in several at once."""

    time: str
    kind: str
    title: str
    accounts: tuple[str, ...]
    """Names of the groups."""

    is_ritual: ClassVar[bool] = True


@dataclass(frozen=True)
class Habit:
    """A ritual said once for many days."""

    ritual: Ritual
    weekdays: tuple[int, ...]
    """Days of the week on which it happens, 0 for Monday."""
    days: tuple[date, ...]
    """All its days on this page."""
    is_weekly: bool
    """Whether it happens every week on these days of the week, between its first and last day."""
    is_throughout: bool
    """Whether that is so from the beginning of the page to its end."""


def rituals_between(asked: Asked) -> list[Slot]:
    """List the rituals of the window that pass the filter; they have an account and no more."""
    chosen = asked.filter
    if chosen.persona or chosen.assignee or chosen.status or chosen.campaign:
        return []
    return [
        slot
        for slot in asked.calendar.rituals_between(*asked.window)
        if not chosen.account or slot.account in chosen.account
    ]


def habits_of(asked: Asked, slots: Iterable[Slot]) -> tuple[Habit, ...]:
    """Say each ritual once with its days; groups that do the same on the same days share it."""
    days: dict[tuple[Moment, str], list[date]] = defaultdict(list)
    for slot in slots:
        days[_moment(slot), slot.account].append(slot.at.date())
    groups: dict[tuple[Moment, tuple[date, ...]], list[str]] = defaultdict(list)
    for (moment, account), some in days.items():
        groups[moment, tuple(some)].append(account)
    habits = [
        _habit(asked.window, _ritual(asked, moment, accounts), some)
        for (moment, some), accounts in groups.items()
    ]
    return tuple(sorted(habits, key=_order))


def _order(habit: Habit) -> tuple[object, ...]:
    return (-len(habit.weekdays), habit.weekdays, habit.ritual.time, habit.days)


def _habit(window: Window, ritual: Ritual, days: tuple[date, ...]) -> Habit:
    weekdays = tuple(sorted({day.weekday() for day in days}))
    between = Window(days[0], days[-1]).days()
    return Habit(
        ritual=ritual,
        weekdays=weekdays,
        days=days,
        is_weekly=len(days) > 1 and len(days) == sum(day.weekday() in weekdays for day in between),
        is_throughout=days[0] - window.first < _WEEK > window.last - days[-1],
    )


def rituals_by_day(asked: Asked, slots: Iterable[Slot]) -> dict[date, tuple[Ritual, ...]]:
    """Sort rituals by day and time; groups that do the same at the same time share a line."""
    found: dict[date, dict[Moment, list[str]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        found[slot.at.date()][_moment(slot)].append(slot.account)
    return {
        day: tuple(_ritual(asked, moment, accounts) for moment, accounts in moments.items())
        for day, moments in found.items()
    }


def _moment(slot: Slot) -> Moment:
    return f"{slot.at:%H:%M}", slot.ritual or "", slot.title or ""


def _ritual(asked: Asked, moment: Moment, accounts: Iterable[str]) -> Ritual:
    names = (account_name(asked.plan, one, asked.language) for one in dict.fromkeys(accounts))
    return Ritual(*moment, tuple(names))
