"""The week, or any few days: what goes out when and where, and what is still open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import OPEN, Item, account_name, item_of
from socialplan.views.window import week_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.views import Asked


@dataclass(frozen=True)
class Ritual:
    """What recurs in a group on a day."""

    time: str
    account_name: str
    kind: str
    title: str


@dataclass(frozen=True)
class Day:
    """One day and what stands on it, by time."""

    date: date
    is_today: bool
    items: tuple[Item, ...]
    rituals: tuple[Ritual, ...]


@dataclass(frozen=True)
class WeekView:
    """Days in order, and how many posts of each status they hold."""

    title: str
    first: date
    last: date
    week: str
    """The ISO week, e.g. `2026-W49`, if the days are just that; else empty."""
    days: tuple[Day, ...]
    counts: dict[str, int]
    """Posts by status, open slots under `open`; only what there is."""
    ideas: int
    """Posts without a date, in the backlog."""


def week(asked: Asked) -> WeekView:
    """Lay out the days of the window."""
    items = items_between(asked)
    days = tuple(
        Day(
            date=day,
            is_today=day == asked.today,
            items=tuple(items.get(day, ())),
            rituals=_rituals(asked, day),
        )
        for day in asked.window.days()
    )
    counted = Counter(item.status for day in days for item in day.items)
    order = ("published", "scheduled", "approved", "in_review", "draft", "idea", "on_hold", OPEN)
    return WeekView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        week=week_name(asked.window),
        days=days,
        counts={status: counted[status] for status in (*order, "cancelled") if counted[status]},
        ideas=len({one.id for one in asked.calendar.backlog}),
    )


def items_between(asked: Asked) -> dict[date, list[Item]]:
    """Sort what the window holds by day."""
    found: dict[date, list[Item]] = {}
    for entry in asked.filter.keep(asked.calendar.between(*asked.window)):
        item = item_of(asked.plan, entry, asked.language)
        if item.at is not None:
            found.setdefault(item.at.date(), []).append(item)
    return found


def _rituals(asked: Asked, day: date) -> tuple[Ritual, ...]:
    if asked.filter.persona or asked.filter.status or asked.filter.campaign:
        return ()
    return tuple(
        Ritual(
            time=f"{slot.at:%H:%M}",
            account_name=account_name(asked.plan, slot.account, asked.language),
            kind=slot.ritual or "",
            title=slot.title or "",
        )
        for slot in asked.calendar.rituals_between(day, day)
        if not asked.filter.account or slot.account in asked.filter.account
    )
