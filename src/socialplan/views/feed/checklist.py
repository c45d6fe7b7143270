"""The checklist as to-dos: what each post still needs and by when, and ideas without a date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.slots import Entry
from socialplan.views.checklist.steps import steps_of
from socialplan.views.feed import Detail, Feed, Todo
from socialplan.views.feed.making import Identities, feed_of, key_of, roles_of
from socialplan.views.feed.posts import labels_of
from socialplan.views.item import item_of, person_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan.publications import Publication
    from socialplan.views import Asked
    from socialplan.views.checklist.steps import Step
    from socialplan.views.item import Item

WORK = ("draft", "asset", "review", "schedule")
"""The steps before publishing; that itself is an event of the calendar."""
_STOPPED = ("cancelled", "on_hold")


def checklist(asked: Asked) -> Feed:
    """Gather the work that is due in the window, done or not, and the ideas."""
    identities = Identities(asked.plan)
    todos = [*_work(asked, identities), *_ideas(asked, identities)]
    return feed_of(asked, "checklist", identities, events=(), todos=tuple(todos))


def _work(asked: Asked, identities: Identities) -> Iterator[Todo]:
    """Give the steps that are due, and earlier ones of posts still ahead; to people their own."""
    people = {person_name(asked.plan, one) for one in asked.filter.assignee}
    posts = replace(asked.filter, assignee=())
    first, last = asked.window
    for entry in posts.keep(asked.plan, asked.calendar.entries):
        one = entry.publication
        if one is None or one.at is None:
            continue
        item = item_of(asked.plan, entry, asked.language)
        for step in steps_of(asked.plan, one, asked.today):
            due = step.by or (None if step.what == "schedule" else one.at.date())
            if step.what not in WORK or due is None or (people and step.who not in people):
                continue
            if due <= last and first <= max(due, one.at.date()):
                yield _todo(identities, item, one, step, due)


def _todo(identities: Identities, item: Item, one: Publication, step: Step, due: date) -> Todo:
    goes_out = f"{item.at:%Y-%m-%d %H:%M} ({item.zone})"
    who = [Detail("who", step.who)] if step.who else []
    return Todo(
        uid=identities.new("todo", step.what, *key_of(one)),
        kind=step.what,
        title=item.title,
        due=due,
        status=_status(one, step),
        place=item.account_name,
        state=item.status,
        labels=labels_of(item),
        details=(*who, Detail("goes-out", goes_out)),
        about=identities.of("post", *key_of(one)),
    )


def _status(one: Publication, step: Step) -> str:
    if one.status in _STOPPED:
        return "cancelled"
    return "completed" if step.is_done else "needs-action"


def _ideas(asked: Asked, identities: Identities) -> Iterator[Todo]:
    backlog = (Entry(None, one.account_id or "", None, one) for one in asked.calendar.backlog)
    for entry in asked.filter.keep(asked.plan, backlog):
        assert entry.publication is not None
        item = item_of(asked.plan, entry, asked.language)
        yield Todo(
            uid=identities.new("idea", *key_of(entry.publication)),
            kind="idea",
            title=item.title,
            due=None,
            place=item.account_name,
            state=item.status,
            labels=labels_of(item),
            details=tuple(roles_of(asked.plan, entry.publication)),
        )
