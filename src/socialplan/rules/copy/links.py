"""The links of a publication: in its fields, and in its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.counting import x_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.publications import Publication

# Cheap enough to ask of every text; what looks like a host is then looked at closely.
_MAYBE = re.compile(r"://|[A-Za-z0-9]\.[A-Za-z]{2}")
_WITH_SCHEME = re.compile(r"https?://[A-Za-z0-9][^\s<>\"'，。、；：！？（）「」『』“”《》]*")


def links_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every web address in a text, with or without a scheme."""
    if "." not in text or not _MAYBE.search(text):
        return
    found = dict(x_links(text))
    if "://" in text:  # a scheme leaves no doubt, whatever the host ends in
        found |= {
            one.start(): one.end()
            for one in _WITH_SCHEME.finditer(text)
            if one.start() not in found and "." in one[0]
        }
    yield from sorted(found.items())


def leads_somewhere(one: Publication) -> bool:
    """Whether readers can follow something: a link, a card, a coupon, an address in the text."""
    if one.link is not None:
        return True
    for bubble in one.messages:
        if bubble.link or bubble.coupon or any(card.url for card in bubble.card):
            return True
    if any("://" in str(value) for value in one.options.values()):
        return True
    return any(True for said in one.texts for _ in links_in(said.text))
