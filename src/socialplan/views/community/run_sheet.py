"""The run sheet: what happens in the groups day by day, and whether the words are ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from socialplan.slots.wall_times import instant
from socialplan.views.blackouts import Blackout, blackouts_between
from socialplan.views.community.events import time_of
from socialplan.views.community.groups import group_ids
from socialplan.views.community.posts import post_entry
from socialplan.views.community.rituals import held, topics_of
from socialplan.views.community.run_entry import Copy, RunEntry
from socialplan.views.community.scripts import copy_state, script_title, scripts_for
from socialplan.views.item import account_name, person_name
from socialplan.views.occasions import Occasion, occasions_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from socialplan.plan.community import Community, CommunityEvent, Script
    from socialplan.views import Asked

ALL_DAYS = 7
"""Up to so many days each has its sheet; of more, those on which something happens."""


@dataclass(frozen=True)
class RunDay:
    """One day of the groups, by time."""

    date: date
    is_today: bool
    entries: tuple[RunEntry, ...]
    occasions: tuple[Occasion, ...]
    blackouts: tuple[Blackout, ...]
    """Why nothing is to be published on it."""

    @property
    def ready(self) -> int:
        """How many entries have their words, need none, or are out."""
        return sum(one.is_settled for one in self.entries)


def run_days(asked: Asked) -> tuple[RunDay, ...]:
    """Lay out the days of the window."""
    found: dict[date, list[RunEntry]] = {}
    for entry in sorted(_entries(asked), key=_order):
        found.setdefault(entry.date, []).append(entry)
    days = list(asked.window.days())
    if len(days) > ALL_DAYS:
        days = [day for day in days if day in found]
    return tuple(
        RunDay(
            date=day,
            is_today=day == asked.today,
            entries=tuple(found.get(day, ())),
            occasions=occasions_on(asked, day),
            blackouts=blackouts_between(asked.plan, day, day),
        )
        for day in days
    )


def _entries(asked: Asked) -> Iterator[RunEntry]:
    community, chosen = asked.plan.community, asked.filter
    if community is not None and not (chosen.persona or chosen.status or chosen.campaign):
        yield from _rituals(asked, community)
        yield from _events(asked, community)
    yield from _posts(asked)


def _order(entry: RunEntry) -> tuple[date, bool, datetime, str]:
    """Put what lasts all day first, the rest in the order in which it happens."""
    if entry.at is None:
        return entry.date, False, datetime.combine(entry.date, time()), entry.account
    from socialplan.plan.zones import zone_named

    zone = zone_named(entry.zone)
    return entry.date, True, instant(entry.at, zone) if zone else entry.at, entry.account


def _rituals(asked: Asked, community: Community) -> Iterator[RunEntry]:
    plan = asked.plan
    for path, (ritual, slots) in held(asked, community).items():
        topics = topics_of(asked, ritual, path)
        timed = ritual.at is not None or "BYHOUR" in (ritual.rrule or "").upper()
        for slot in slots:
            topic = topics.get(slot.at, "")
            scripts = scripts_for(community, ritual, topic)
            yield RunEntry(
                date=slot.at.date(),
                at=slot.at if timed else None,
                zone=slot.zone,
                what="ritual",
                kind=slot.ritual or "",
                title=ritual.title or "",
                topic=topic,
                account=slot.account,
                account_name=account_name(plan, slot.account, asked.language),
                who=person_name(plan, ritual.owner) if ritual.owner else "",
                status="",
                state=copy_state(ritual, scripts),
                copies=tuple(_copy(one) for one in scripts),
                note="",
            )


def _copy(script: Script) -> Copy:
    text = (script.text or "").strip()
    return Copy(script_title(script), (text,) if text else (), script.ready)


def _events(asked: Asked, community: Community) -> Iterator[RunEntry]:
    first, last = asked.window
    accounts, people = asked.filter.account, asked.filter.assignee
    for one in community.events:
        zone = asked.plan.zone_of(one.account)
        day, at = time_of(one, zone)
        if day is None or not first <= day <= last:
            continue
        if (accounts and one.account not in accounts) or (people and one.owner not in people):
            continue
        yield _event(asked, one, day, at, zone)


def _event(
    asked: Asked, one: CommunityEvent, day: date, at: datetime | None, zone: ZoneInfo
) -> RunEntry:
    return RunEntry(
        date=day,
        at=at,
        zone=zone.key,
        what="event",
        kind="event",
        title=one.title,
        topic="",
        account=one.account or "",
        account_name=account_name(asked.plan, one.account, asked.language) if one.account else "",
        who=person_name(asked.plan, one.owner) if one.owner else "",
        status="",
        state="live",
        copies=(),
        note=one.note or one.value or "",
    )


def _posts(asked: Asked) -> Iterator[RunEntry]:
    """Give what goes out to the groups, and their open slots; not what was called off."""
    groups = set(group_ids(asked.plan))
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window)):
        if entry.account in groups and entry.at is not None:
            one = entry.publication
            if one is None or one.status != "cancelled":
                yield post_entry(asked, entry)


def next_day(asked: Asked) -> date | None:
    """Find the first day after the window on which something happens in the groups."""
    calendar, groups = asked.calendar, set(group_ids(asked.plan))
    community, after = asked.plan.community, asked.window.last
    days = [slot.at.date() for slot in calendar.rituals if slot.at.date() > after][:1]
    days += [
        one.at.date()
        for one in calendar.planned
        if one.at is not None and one.account_id in groups and one.at.date() > after
    ]
    for event in community.events if community else ():
        day, _ = time_of(event, asked.plan.zone_of(event.account))
        if day is not None and day > after:
            days.append(day)
    return min(days, default=None)
