"""Design: what is talked about, how the brand sounds and looks, what can be used again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.document.define import persona_names
from socialplan.views.item import account_name, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.views import Asked

_NOT_MEANT = ("cancelled", "on_hold")


@dataclass(frozen=True)
class PillarRow:
    """A content type: the share that is meant, and the share that the posts have."""

    name: str
    intended: float | None
    planned: float | None
    """Of the posts that name a pillar; None where none does."""
    posts: int
    personas: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True)
class StyleCard:
    """Verbal and visual identity on one card."""

    tone: tuple[str, ...]
    avoid: tuple[str, ...]
    register: str
    colors: tuple[str, ...]
    style: str
    logo: str


@dataclass(frozen=True)
class HashtagSet:
    """Hashtags under a name."""

    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class LibraryRow:
    """A post that may run again."""

    title: str
    accounts: tuple[str, ...]
    pillar: str
    persona: str
    wait: int | None
    wait_unit: str
    """Of how many of which unit it rests before it runs again."""
    most: int | None
    season: tuple[str, ...]


@dataclass(frozen=True)
class Design:
    """The third chapter."""

    pillars: tuple[PillarRow, ...]
    style: StyleCard | None
    hashtag_sets: tuple[HashtagSet, ...]
    library: tuple[LibraryRow, ...]


def design(asked: Asked) -> Design:
    """Write the third chapter."""
    plan = asked.plan
    return Design(
        pillars=tuple(pillar_rows(plan)),
        style=_style(plan),
        hashtag_sets=tuple(HashtagSet(*one) for one in plan.hashtag_sets.items()),
        library=tuple(_library(asked)),
    )


def pillar_rows(plan: Plan) -> Iterator[PillarRow]:
    """Set the share that each content type is meant to have beside the share that it has."""
    counted = Counter(
        post.pillar for post in plan.posts if post.pillar and post.state not in _NOT_MEANT
    )
    for one in plan.pillars:
        posts = counted[one.id] if one.id else 0
        yield PillarRow(
            name=label(one) or "",
            intended=one.share,
            planned=posts / counted.total() if counted else None,
            posts=posts,
            personas=persona_names(plan, one.personas),
            formats=one.formats,
        )


def _style(plan: Plan) -> StyleCard | None:
    voice, visual = plan.brand.voice, plan.brand.visual
    if voice is None and visual is None:
        return None
    return StyleCard(
        tone=voice.tone if voice else (),
        avoid=voice.avoid if voice else (),
        register=(voice.register_ if voice else None) or "",
        colors=visual.colors if visual else (),
        style=(visual.style if visual else None) or "",
        logo=(visual.logo if visual else None) or "",
    )


def _library(asked: Asked) -> Iterator[LibraryRow]:
    plan = asked.plan
    for one in plan.library:
        yield LibraryRow(
            title=one.title or one.id or "",
            accounts=tuple(account_name(plan, it, asked.language) for it in one.accounts),
            pillar=label(plan.pillar(one.pillar)) or one.pillar or "",
            persona=label(plan.persona(one.persona)) or one.persona or "",
            wait=one.cooldown.interval if one.cooldown else None,
            wait_unit=one.cooldown.unit if one.cooldown else "",
            most=one.max,
            season=one.season,
        )
