"""The weekly batch day: the next week goes in, the last one is read, the rest is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.views.blackouts import Blackout, blackouts_between
from socialplan.views.checklist.assets import CHECKED
from socialplan.views.checklist.steps import QUEUED
from socialplan.views.item import Item, account_name, item_of, person_name
from socialplan.views.window import Window, week_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from socialplan.plan import Plan
    from socialplan.plan.times import Weekday
    from socialplan.views import Asked

SOBER_AHEAD = timedelta(days=21)
"""How far ahead to look for days on which a brand should be quiet."""


@dataclass(frozen=True)
class NextItem:
    """A post or open slot of the next week."""

    item: Item
    is_ready: bool
    """Approved, so that it can be scheduled; an open slot never is."""
    is_queued: bool
    """Already in the scheduler, or out."""


@dataclass(frozen=True)
class Inbox:
    """Where questions and comments wait, and who answers how fast."""

    account_name: str
    who: str
    reply_within: str


@dataclass(frozen=True)
class BatchDay:
    """What is done on the batch day."""

    day: date | None
    """None where the plan has no batch day."""
    at: time | None
    who: tuple[str, ...]
    """Those who publish or lead."""
    next_first: date
    next_last: date
    next_items: tuple[NextItem, ...]
    unread: tuple[Item, ...]
    """Posts of the last week without numbers yet."""
    sources: tuple[str, ...]
    """Where numbers are read."""
    inboxes: tuple[Inbox, ...]
    blackouts: tuple[Blackout, ...]

    @property
    def ready(self) -> int:
        return sum(one.is_ready for one in self.next_items)

    @property
    def open(self) -> int:
        return sum(one.item.is_open for one in self.next_items)


def batch_day(asked: Asked) -> BatchDay:
    """Prepare the batch day of the window."""
    plan = asked.plan
    batch = plan.workflow.batch if plan.workflow else None
    day = _date_in(asked.window, batch.day if batch else None)
    week = week_of((day or asked.window.first) + timedelta(days=7))
    return BatchDay(
        day=day,
        at=batch.at if batch else None,
        who=_people(plan),
        next_first=week.first,
        next_last=week.last,
        next_items=tuple(_next_items(asked, week)),
        unread=tuple(_unread(asked, Window(*(one - timedelta(days=14) for one in week)))),
        sources=plan.metrics.sources if plan.metrics else (),
        inboxes=tuple(_inboxes(asked)),
        blackouts=blackouts_between(plan, week.first, week.last + SOBER_AHEAD),
    )


def _date_in(window: Window, day: Weekday | None) -> date | None:
    """Give the first day of that name in the window, or after it begins."""
    if day is None:
        return None
    ahead = (WEEKDAYS.index(day) - window.first.weekday()) % 7
    return window.first + timedelta(days=ahead)


def _people(plan: Plan) -> tuple[str, ...]:
    publishers = [one for one in plan.team if "publisher" in one.roles]
    leads = [one for one in plan.team if "lead" in one.roles]
    return tuple(one.name or one.id or "" for one in publishers or leads)


def _next_items(asked: Asked, week: Window) -> Iterator[NextItem]:
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*week)):
        one = entry.publication
        if one is not None and one.status in ("cancelled", "on_hold"):
            continue
        status = one.status if one is not None else ""
        item = item_of(asked.plan, entry, asked.language)
        yield NextItem(item, status in CHECKED, status in QUEUED)


def _unread(asked: Asked, week: Window) -> Iterator[Item]:
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*week)):
        one = entry.publication
        if one is not None and one.status in QUEUED and not one.post.result:
            yield item_of(asked.plan, entry, asked.language)


def _inboxes(asked: Asked) -> Iterator[Inbox]:
    """List where customers write: accounts with service hours, else all that somebody owns."""
    serving = [one for one in asked.plan.accounts if one.service or one.purpose == "serve"]
    for account in serving or asked.plan.accounts:
        if asked.filter.account and account.id not in asked.filter.account:
            continue
        yield Inbox(
            account_name(asked.plan, account.id, asked.language),
            person_name(asked.plan, account.owner) if account.owner else "",
            (account.service.reply_within or "") if account.service else "",
        )
