"""Which posts a page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from socialplan.errors import UnknownName
from socialplan.plan.naming import post_ids
from socialplan.plan.posts import Status
from socialplan.translating import words
from socialplan.views.audience import personas_of
from socialplan.views.names import account_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.slots import Entry

    Named = tuple[str | None, str | None]
    """What a page calls something, and its id."""

OPEN = "open"
"""The status of a slot without a post."""
STATUSES: tuple[str, ...] = (*Status.__args__, OPEN)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Filter:
    """What somebody wants to see; an empty one shows all. Several names of a kind are either-or."""

    account: tuple[str, ...] = ()
    persona: tuple[str, ...] = ()
    assignee: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    campaign: tuple[str, ...] = ()
    post: tuple[str, ...] = ()
    """Ids of posts, whatever the days."""

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, field.name) for field in fields(self))

    def by_ids(self, plan: Plan, language: str) -> Filter:
        """Take names as the pages show them for the ids that they stand for."""
        if self.is_empty:
            return self
        say = words(language)
        shown: dict[str, list[Named]] = {
            "account": [(account_name(plan, one.id, language), one.id) for one in plan.accounts],
            "persona": [(one.name, one.id) for one in plan.personas],
            "assignee": [(one.name, one.id) for one in plan.team],
            "campaign": [(one.name, one.id) for one in plan.campaigns],
            "status": [(say(f"views.status-{one}"), one) for one in STATUSES],
        }
        return replace(
            self,
            **{
                kind: tuple(_id_of(typed, named) for typed in getattr(self, kind))
                for kind, named in shown.items()
            },
        )

    def check(self, plan: Plan) -> None:
        """Refuse names that the plan does not know, with the nearest one that it does."""
        known = {
            "account": [one.id for one in plan.accounts],
            "persona": [one.id for one in plan.personas if one.id],
            "assignee": [one.id for one in plan.team if one.id],
            "status": STATUSES,
            "campaign": [one.id for one in plan.campaigns if one.id],
            "post": post_ids(plan) if self.post else (),
        }
        for kind, names in known.items():
            for name in getattr(self, kind):
                if name not in names:
                    raise UnknownName(f"--{kind}", name, names)

    def shows(self, plan: Plan, entry: Entry) -> bool:
        """Say whether an entry passes; an open slot has an account, its status and nobody yet."""
        if self.account and entry.account not in self.account:
            return False
        if entry.publication is None:
            people = self.persona or self.assignee or self.campaign or self.post
            return not people and _either(self.status, OPEN)
        return self._shows_post(plan, entry.publication)

    def _shows_post(self, plan: Plan, one: Publication) -> bool:
        return (
            _either(self.campaign, one.post.campaign)
            and _either(self.status, one.status)
            and _either(self.post, one.id)
            and _any_of(self.assignee, people_of(one))
            and _any_of(self.persona, personas_of(plan, one) if self.persona else ())
        )

    def keep(self, plan: Plan, entries: Iterable[Entry]) -> list[Entry]:
        """Keep the entries that pass."""
        return [one for one in entries if self.is_empty or self.shows(plan, one)]


def _id_of(typed: str, named: Iterable[Named]) -> str:
    """Find the id by itself, in capitals or not, or by a name, also without its brackets."""
    known = [(name or "", id_) for name, id_ in named if id_]
    if any(typed == id_ for _, id_ in known):
        return typed
    wanted = typed.strip().casefold()
    for name, id_ in known:
        forms = (id_, name, re.split("[（(]", name)[0])
        if wanted and wanted in (form.strip().casefold() for form in forms):
            return id_
    return typed


def people_of(one: Publication) -> tuple[str, ...]:
    """List who works on a post, each once: author, designer, reviewer, publisher."""
    post = one.post
    named = (post.author, post.designer, post.reviewer, post.publisher)
    return tuple(dict.fromkeys(name for name in named if name))


def _either(wanted: tuple[str, ...], value: str | None) -> bool:
    return not wanted or value in wanted


def _any_of(wanted: tuple[str, ...], values: tuple[str, ...]) -> bool:
    return not wanted or not set(wanted).isdisjoint(values)
