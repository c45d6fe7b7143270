"""Posts to the groups, as a run sheet shows them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from socialplan.views.community.run_entry import Copy, RunEntry
from socialplan.views.item import item_of, person_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan.publications import Publication, Said
    from socialplan.slots import Entry
    from socialplan.views import Asked

READY = ("approved", "scheduled")


def post_entry(asked: Asked, entry: Entry) -> RunEntry:
    """Describe a post or an open slot."""
    item, one = item_of(asked.plan, entry, asked.language), entry.publication
    texts = texts_of(one) if one else ()
    state = _state(item.status, texts)
    day: date = entry.at.date()  # type: ignore[union-attr]  # only dated entries come here
    return RunEntry(
        date=day,
        at=entry.at,
        zone=item.zone,
        what="post",
        kind=item.format or "",
        title=item.title,
        topic="",
        account=item.account,
        account_name=item.account_name,
        who=_who(asked, entry),
        status=item.status,
        state=state,
        copies=(Copy("", texts, state in ("ready", "sent")),) if texts else (),
        note=(one.note or "") if one else "",
    )


def texts_of(one: Publication) -> tuple[str, ...]:
    """Give the words message by message; what stands in one bubble stays together."""
    return tuple(
        "\n".join(said.text.strip() for said in some) for _, some in groupby(one.texts, _bubble)
    )


def _bubble(said: Said) -> object:
    return next(
        (said.path[: n + 2] for n, part in enumerate(said.path) if part == "messages"), said.path
    )


def _state(status: str, texts: tuple[str, ...]) -> str:
    if status == "published":
        return "sent"
    if not texts:
        return "no-copy"
    return "ready" if status in READY else "not-ready"


def _who(asked: Asked, entry: Entry) -> str:
    """Name who sends it: the publisher, else the author, else who answers for the account."""
    plan, account = asked.plan, asked.plan.account(entry.account)
    post = entry.publication.post if entry.publication else None
    chosen = (post and (post.publisher or post.author)) or (account and account.owner)
    return person_name(plan, chosen) if chosen else ""
