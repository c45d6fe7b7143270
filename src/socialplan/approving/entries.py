"""What a decision writes into a post: the approval, its status, a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import PutEntry
from socialplan.plan.approval import same_hash
from socialplan.plan.publications import publications_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.approving.packet import Decision
    from socialplan.plan import Plan
    from socialplan.source import Source

TO_APPROVE = ("draft", "in_review")
"""Statuses that an approval ends; what is further, or rests, stays as it is."""
TO_TURN_BACK = ("in_review", "approved")
"""Statuses that a wish for a change ends: the words are a draft again."""


def approval(plan: Plan, index: int, one: Decision, now: str) -> Iterator[PutEntry]:
    """Bind an approval to the words as they are; nothing where it stands there already."""
    given = plan.posts[index].approved
    who = person_meant(plan, one.by)
    bound = given is not None and given.by == who and given.hash is not None
    if given is None or not bound or not same_hash(given.hash or "", now):
        pairs = (("by", who), ("date", one.on.isoformat()), ("hash", now))
        yield PutEntry(("posts", index, "approved"), pairs)
    yield from _statuses(plan, index, TO_APPROVE, "approved")


def turned_back(plan: Plan, index: int) -> Iterator[PutEntry]:
    """Make a post a draft again; one that is in the scheduler is, until somebody takes it out."""
    return _statuses(plan, index, TO_TURN_BACK, "draft")


def note(source: Source, index: int, one: Decision) -> Iterator[PutEntry]:
    """Add a comment to the post's note, with its day and who made it, unless it is there."""
    if not one.comment:
        return
    path = ("posts", index, "note")
    there = source.value(path)
    old = "" if there is None else str(there)
    who = f" {one.by}" if one.by else ""
    said = "\n".join(line.rstrip() for line in one.comment.splitlines())
    line = f"{one.on.isoformat()}{who}: {said}"
    if line not in old:
        kept = old.rstrip("\n") + "\n" if old.strip() else ""
        yield PutEntry(path, f"{kept}{line}" + "\n" * old.endswith("\n"))


def person_meant(plan: Plan, name: str) -> str:
    """Give the id of somebody of the team who is called so; a client keeps their own name."""
    plain = name.casefold()
    for person in plan.team:
        called = (person.name or "").casefold()
        if plain in ((person.id or "").casefold(), called, re.split("[（(]", called)[0].strip()):
            return person.id or person.name or name
    return name


def _statuses(plan: Plan, index: int, before: tuple[str, ...], after: str) -> Iterator[PutEntry]:
    """Change the status of a post, and of the accounts on which it has one of its own."""
    post = plan.posts[index]
    shown = publications_of(plan, index)
    dated = any(one.at is not None for one in shown)
    if (post.status or ("draft" if dated else "idea")) in before:
        yield PutEntry(("posts", index, "status"), after)
    for account, variant in post.variants.items():
        if variant.status in before:
            yield PutEntry(("posts", index, "variants", account, "status"), after)
