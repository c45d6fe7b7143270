"""Whether a post promotes: by what it is made of, or by its words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.store import read
from socialplan.rules.copy.words import words_of

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.plan.publications import Publication

NEAR = 4
"""Characters before a word in which it may be called off."""


class Promotion(NamedTuple):
    """What shows that a post promotes, and where it stands."""

    path: PlanPath
    said: str
    within: tuple[int, int] | None = None


def promotion_in(one: Publication) -> Promotion | None:
    """Find a coupon, a game with prizes or a word of selling; the first is enough."""
    for i, bubble in enumerate(one.messages):
        if bubble.coupon is not None:
            return Promotion((*one.path("messages", i), "coupon"), "coupon")
    interaction = one.post.interaction
    if interaction is not None and interaction.kind in _known()["interactions"]:
        return Promotion(("posts", one.post_index, "interaction"), str(interaction.kind))
    for path, text in words_of(one):
        for found in _pattern().finditer(text):
            if not _called_off(text[max(0, found.start() - NEAR) : found.start()]):
                return Promotion(path, found[0], found.span())
    return None


def _called_off(before: str) -> bool:
    return any(word in before.lower() for word in _known()["negations"])


@cache
def _known() -> dict[str, list[str]]:
    known: dict[str, list[str]] = read("promotion-words.yaml")
    return known


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_known()["patterns"]), re.IGNORECASE)
