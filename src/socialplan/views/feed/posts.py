"""Posts and open slots as events."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from socialplan.views.checklist.posts import STILL_TO_COME
from socialplan.views.feed import Detail, Event
from socialplan.views.feed.making import key_of, roles_of, span
from socialplan.views.item import Item, item_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from socialplan.plan.publications import Publication
    from socialplan.slots import Slot
    from socialplan.views import Asked
    from socialplan.views.feed.making import Identities

MINUTES = 15
"""How long a post seems to take: it is a moment, but what has no length is a hair on a screen."""

_STATUS = {
    "approved": "confirmed",
    "scheduled": "confirmed",
    "published": "confirmed",
    "cancelled": "cancelled",
}


def post_events(asked: Asked, identities: Identities) -> Iterator[Event]:
    """Give every post and open slot of the window that passes the filter, by time."""
    numbers: Mapping[Slot, int] | None = None
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window)):
        item = item_of(asked.plan, entry, asked.language)
        if entry.publication is not None:
            yield _post(asked, identities, item, entry.publication)
        elif entry.slot is not None:
            if numbers is None:
                numbers = _numbers(asked)
            yield _slot(asked, identities, item, entry.slot, numbers[entry.slot])


def _post(asked: Asked, identities: Identities, item: Item, one: Publication) -> Event:
    assert item.at is not None
    start, end = span(item.at, one.zone, MINUTES)
    workflow = asked.plan.workflow
    ahead = one.status in STILL_TO_COME and item.at.date() >= asked.today
    return Event(
        uid=identities.new("post", *key_of(one)),
        kind="post",
        start=start,
        end=end,
        title=item.title,
        place=item.account_name,
        format=item.format or "",
        state=item.status,
        status=_STATUS.get(item.status, "tentative"),
        is_free=item.status == "cancelled",
        labels=labels_of(item),
        text="\n\n".join(said.text for said in one.texts if said.role != "first_comment"),
        details=tuple(_details(asked, item, one)),
        url=(one.link.url if one.link else None) or (one.account and one.account.url) or "",
        remind=workflow.remind if workflow and ahead else (),
    )


def _slot(asked: Asked, identities: Identities, item: Item, slot: Slot, number: int) -> Event:
    start, end = span(slot.at, asked.plan.zone_of(slot.account), MINUTES)
    return Event(
        uid=identities.new("slot", *_promise(slot), number),
        kind="slot",
        start=start,
        end=end,
        title=item.title,
        place=item.account_name,
        format=item.format or "",
        state=item.status,
        status="tentative",
        is_free=True,
        labels=labels_of(item),
    )


def _numbers(asked: Asked) -> Mapping[Slot, int]:
    """Count the slots of an account, format and day, so that one keeps its identity at any hour."""
    seen: Counter[tuple[str, str, date]] = Counter()
    numbers = {}
    for slot in asked.calendar.slots:
        key = _promise(slot)
        numbers[slot] = seen[key]
        seen[key] += 1
    return numbers


def _promise(slot: Slot) -> tuple[str, str, date]:
    return slot.account, slot.format or "", slot.at.date()


def labels_of(item: Item) -> tuple[str, ...]:
    """Give the names by which posts are found."""
    return tuple(name for name in (item.pillar, item.campaign, item.persona) if name)


def _details(asked: Asked, item: Item, one: Publication) -> Iterator[Detail]:
    if one.first_comment:
        yield Detail("first-comment", one.first_comment)
    if one.call_to_action:
        yield Detail("action", one.call_to_action)
    if one.link:
        yield Detail("link", one.link.url)
    if one.hashtags:
        yield Detail("hashtags", " ".join(f"#{tag.lstrip('#＃')}" for tag in one.hashtags))
    if one.mentions:
        yield Detail("mentions", " ".join(one.mentions))
    yield from roles_of(asked.plan, one)
    for what, name in (
        ("persona", item.persona),
        ("pillar", item.pillar),
        ("campaign", item.campaign),
        ("note", one.note),
    ):
        if name:
            yield Detail(what, name)
