"""What all feeds share: names, identities, times, and lines about a post."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from socialplan.views.feed import Detail, Feed
from socialplan.views.item import account_name, label, person_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.views import Asked

NAMESPACE = UUID("6f1de1d2-2f5e-5c0e-9a53-0c4d1ce7ab1f")
"""Of all identities; whoever changes it gives every event in every calendar a twin."""

_ROLES = ("author", "designer", "reviewer", "publisher")


class Identities:
    """Gives things identities that last: of whose plan it is, and what people call things.

    A plan is told from another by its brand, its market and the first day of its period: titles
    are reworded, while ids may come back in the next plan. Two things of the same name, which
    `lint` refuses, are numbered in the order of the plan.
    """

    def __init__(self, plan: Plan) -> None:
        start = plan.period.start if plan.period else None
        self._plan = (plan.brand.name, plan.brand.market, start)
        self._given: Counter[tuple[object, ...]] = Counter()

    def new(self, *key: object) -> str:
        """Give the identity of something that is shown."""
        self._given[key] += 1
        number = self._given[key]
        return self.of(*key, number) if number > 1 else self.of(*key)

    def of(self, *key: object) -> str:
        """Give the identity of something that another is about."""
        return identity(*self._plan, *key)


def identity(*key: object) -> str:
    """Make a name that is unique in the world, and the same for the same key."""
    return str(uuid5(NAMESPACE, json.dumps(key, default=str)))


def feed_of(asked: Asked, kind: str, identities: Identities, **parts: Any) -> Feed:
    """Put a feed together and name it by what it is narrowed to."""
    chosen = tuple(_chosen(asked))
    return Feed(
        uid=identities.of("feed", kind, *chosen, *asked.filter.status),
        title=asked.plan.title or asked.plan.brand.name,
        kind=kind,
        chosen=chosen,
        statuses=asked.filter.status,
        timezone=asked.plan.zone.key,
        made=asked.now or datetime.combine(asked.today, time(), UTC),
        **parts,
    )


def _chosen(asked: Asked) -> Iterator[str]:
    plan, chosen = asked.plan, asked.filter
    yield from (account_name(plan, one, asked.language) for one in chosen.account)
    yield from (person_name(plan, one) for one in chosen.assignee)
    yield from (label(plan.persona(one)) or one for one in chosen.persona)
    yield from (label(plan.campaign(one)) or one for one in chosen.campaign)
    yield from chosen.post


def span(at: datetime, zone: ZoneInfo, minutes: int) -> tuple[datetime, datetime]:
    """Give the beginning and end of what begins at a wall time.

    Where clocks are set back, a wall time comes twice, and a calendar means the first; whoever
    means the second has to say it in UTC.
    """
    start = at.replace(tzinfo=zone)
    end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
    if start.fold or end.fold:
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end


def roles_of(plan: Plan, one: Publication) -> Iterator[Detail]:
    """Say who does what."""
    for role in _ROLES:
        if person := getattr(one.post, role):
            yield Detail(role, person_name(plan, person))


def has_role(asked: Asked, *roles: str) -> bool:
    """Say whether a feed of some people is one of somebody with the first role that is filled."""
    for role in roles:
        if filling := {one.id for one in asked.plan.team if role in one.roles}:
            return not filling.isdisjoint(asked.filter.assignee)
    return False


def is_of_posts(asked: Asked) -> bool:
    """Say whether a feed is narrowed to some posts, so that the rest has no place in it."""
    chosen = asked.filter
    return bool(chosen.persona or chosen.status or chosen.campaign or chosen.post)


def key_of(one: Publication) -> tuple[str, str]:
    """Name a post on an account; the two of them, for an id may hold any sign."""
    return one.id, one.account_id or ""
