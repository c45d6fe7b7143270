"""The hashtags and mentions of a publication: those of its fields, and those in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.counting import hashtags, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan.publications import Publication, Said
    from socialplan.rules.copy.bounds import Bounded


_AROUND = "#＃ "
_CASHTAG = re.compile(r"(?<!\S)\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\w$])")
"""As twitter-text reads it, where words have spaces between them."""


def published_words(one: Publication) -> Iterator[Said]:
    """What is published as the post itself, without comments below it."""
    return (said for said in one.texts if said.role != "first_comment")


def count_hashtags(one: Bounded) -> int:
    """Each occurrence in the text, and what the fields add to them."""
    found = _tagged(one)
    listed = (*one.hashtags, *_listed_tags(one.publication))
    return len(found) + len({bare(tag) for tag in listed} - set(found))


def added_hashtags(one: Bounded) -> list[str]:
    """The names of listed hashtags that are published behind the words, which lack them."""
    if not one.hashtags:
        return []
    found = set(_tagged(one))
    named = {bare(tag): tag.strip(_AROUND) for tag in reversed(one.hashtags)}
    return [name for key, name in reversed(named.items()) if key not in found]


def bare(tag: str) -> str:
    """A tag's name alone, however it is written: `#Latte` and `latte` are one."""
    return tag.strip(_AROUND).casefold()


def _tagged(one: Bounded) -> list[str]:
    form = one.bounds.platform.hashtag_form
    return [
        name.casefold()
        for said in published_words(one.publication)
        for _, _, name in hashtags(said.text, form)
    ]


def count_mentions(one: Bounded) -> int:
    """Each account once, whether it is listed or written in the text."""
    publication = one.publication
    found = {
        name.casefold()
        for said in published_words(publication)
        for _, _, name in mentions(said.text)
    }
    return len(found | {name.strip("@＠ ").casefold() for name in publication.mentions})


def cashtags(one: Publication) -> Iterator[tuple[PlanPath, int]]:
    """How many symbols of shares, such as $TSM, each text names."""
    for said in published_words(one):
        if "$" in said.text:
            yield said.path, len({name.casefold() for name in _CASHTAG.findall(said.text)})


def place_of(one: Publication, field: str) -> PlanPath:
    """Where tags stand: in their field, else in the text."""
    if getattr(one.variant, field, None) or getattr(one.post, field):
        return one.path(field)
    if field == "hashtags" and one.hashtags:
        return one.path("hashtag_sets")
    return next((said.path for said in published_words(one)), ("posts", one.post_index))


def _listed_tags(publication: Publication) -> tuple[str, ...]:
    """Tags that a platform keeps apart from the text, as Bilibili does."""
    listed = publication.options.get("tags") if publication.post.options else None
    return tuple(map(str, listed)) if isinstance(listed, list | tuple) else ()
