"""The group: its rituals and events at their times, its tasks as to-dos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.views.community.events import time_of
from socialplan.views.community.rituals import held, topics_of
from socialplan.views.feed import Event, Feed, Todo
from socialplan.views.feed.making import Identities, feed_of, is_of_posts, span
from socialplan.views.feed.whole_days import day_after, details
from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.community import Community, CommunityEvent
    from socialplan.views import Asked

RITUAL, EVENT = 30, 60
"""Minutes that a ritual and an event seem to take."""


def community(asked: Asked) -> Feed:
    """Gather what the group holds in the window and its tasks, unless some posts are asked for."""
    identities = Identities(asked.plan)
    group = None if is_of_posts(asked) else asked.plan.community
    return feed_of(
        asked,
        "community",
        identities,
        events=(*_rituals(asked, group, identities), *_events(asked, group, identities))
        if group
        else (),
        todos=tuple(_tasks(asked, group, identities)) if group else (),
    )


def _rituals(asked: Asked, group: Community, identities: Identities) -> Iterator[Event]:
    plan = asked.plan
    remind = plan.workflow.remind if plan.workflow else ()
    for path, (ritual, slots) in held(asked, group).items():
        topics = topics_of(asked, ritual, path)
        for slot in slots:
            start, end = span(slot.at, plan.zone_of(slot.account), RITUAL)
            yield Event(
                uid=identities.new(
                    "ritual", slot.account, slot.ritual, ritual.title or "", slot.at.date()
                ),
                kind="ritual",
                start=start,
                end=end,
                title=ritual.title or "",
                place=account_name(plan, slot.account, asked.language) if slot.account else "",
                format=slot.ritual or "",
                details=details(
                    topic=topics.get(slot.at),
                    who=person_name(plan, ritual.owner) if ritual.owner else None,
                ),
                remind=remind if slot.at.date() >= asked.today else (),
            )


def _events(asked: Asked, group: Community, identities: Identities) -> Iterator[Event]:
    for one in group.events:
        day, at = time_of(one, asked.plan.zone_of(one.account))
        uid = identities.new("event", one.account or "", one.title)
        if day is None or not asked.window.first <= day <= asked.window.last:
            continue
        if not _is_wanted(asked, one):
            continue
        start, end = day, day_after(day)
        if at is not None:
            start, end = span(at, asked.plan.zone_of(one.account), EVENT)
        yield Event(
            uid=uid,
            kind="event",
            start=start,
            end=end,
            title=one.title,
            place=account_name(asked.plan, one.account, asked.language) if one.account else "",
            details=details(
                value=one.value,
                who=person_name(asked.plan, one.owner) if one.owner else None,
                note=one.note,
            ),
        )


def _is_wanted(asked: Asked, one: CommunityEvent) -> bool:
    accounts, people = asked.filter.account, asked.filter.assignee
    return (not accounts or one.account in accounts) and (not people or one.owner in people)


def _tasks(asked: Asked, group: Community, identities: Identities) -> Iterator[Todo]:
    """Give the tasks with or without a day; they belong to no account."""
    people = asked.filter.assignee
    if asked.filter.account:
        return
    for stage in group.stages:
        for task in stage.tasks:
            uid = identities.new("task", task.id or "", "" if task.id else task.what)
            if people and task.owner not in people:
                continue
            yield Todo(
                uid=uid,
                kind="task",
                title=task.what,
                due=task.due,
                status="completed" if task.done else "needs-action",
                state=f"stage-{stage.stage}",
                details=details(who=person_name(asked.plan, task.owner) if task.owner else None),
            )
