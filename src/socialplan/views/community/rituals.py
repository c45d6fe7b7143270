"""The rituals of some days: what each needs before it begins, and whose turn its topics have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.community.scripts import ON_THE_DAY, copy_state, scripts_for
from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from socialplan.finding import PlanPath
    from socialplan.plan.community import Community, Ritual
    from socialplan.slots import Slot
    from socialplan.views import Asked


@dataclass(frozen=True)
class RitualDay:
    """A day of a ritual, and the topic whose turn it is."""

    date: date
    topic: str


@dataclass(frozen=True)
class DayWork:
    """What is written on the day itself, by whom."""

    kind: str
    title: str
    account_name: str
    who: str


@dataclass(frozen=True)
class RitualRow:
    """A ritual of these days: what it needs before it begins."""

    kind: str
    title: str
    account_name: str
    who: str
    time: str
    days: tuple[RitualDay, ...]
    copy: str
    """ready, not-ready or no-script of a script; on-the-day for a report; live for the rest."""

    @property
    def weekdays(self) -> tuple[int, ...]:
        return tuple(sorted({one.date.weekday() for one in self.days}))


def held(asked: Asked, community: Community) -> dict[PlanPath, tuple[Ritual, list[Slot]]]:
    """Give the rituals that pass the filter, each with its slots in the window."""
    found: dict[PlanPath, tuple[Ritual, list[Slot]]] = {}
    for slot in asked.calendar.rituals_between(*asked.window):
        if slot.path not in found:
            found[slot.path] = community.rituals[int(slot.path[-1])], []
        found[slot.path][1].append(slot)
    return {path: one for path, one in found.items() if is_wanted(asked, one[0])}


def is_wanted(asked: Asked, ritual: Ritual) -> bool:
    """Say whether a ritual passes the filter; it has an account and an owner, and no more."""
    accounts, people = asked.filter.account, asked.filter.assignee
    return (not accounts or ritual.account in accounts) and (not people or ritual.owner in people)


def ritual_rows(asked: Asked, community: Community) -> Iterator[RitualRow]:
    """List the rituals of the window, each once."""
    for path, (ritual, slots) in held(asked, community).items():
        topics = topics_of(asked, ritual, path)
        yield RitualRow(
            kind=ritual.kind or "",
            title=ritual.title or "",
            account_name=account_name(asked.plan, slots[0].account, asked.language),
            who=person_name(asked.plan, ritual.owner) if ritual.owner else "",
            time=f"{slots[0].at:%H:%M}",
            days=tuple(RitualDay(slot.at.date(), topics.get(slot.at, "")) for slot in slots),
            copy=copy_state(ritual, scripts_for(community, ritual)),
        )


def topics_of(asked: Asked, ritual: Ritual, path: PlanPath) -> dict[datetime, str]:
    """Give each time of a ritual the topic whose turn it is, counted from the plan's first day."""
    if not ritual.topics:
        return {}
    turns = [slot.at for slot in asked.calendar.rituals if slot.path == path]
    return {at: ritual.topics[turn % len(ritual.topics)] for turn, at in enumerate(turns)}


def reports(asked: Asked, community: Community) -> Iterator[DayWork]:
    """List the reports, which cannot be prepared."""
    for one in community.rituals:
        if one.kind in ON_THE_DAY and is_wanted(asked, one):
            yield DayWork(
                kind=one.kind,
                title=one.title or "",
                account_name=account_name(asked.plan, one.account or "", asked.language),
                who=person_name(asked.plan, one.owner) if one.owner else "",
            )
