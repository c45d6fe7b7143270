"""How X counts: weights by code point, 23 for any link, 2 for any emoji (twitter-text 3)."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 280
_LINK = 23
_WIDE = 2
# Latin up to Georgian and some general punctuation weigh 1, all else 2 (config/v3.json).
_NARROW = "[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]"
_INVALID = "[\ufffe\ufeff\uffff]"


def x_weighted(text: str) -> int:
    """The weight of a text after NFC, of which X takes 280."""
    if text.isascii() and "." not in text:
        return len(text) - text.count("\r\n")
    return sum(weight for _, weight in _pieces(_normal(text)))


def x_fitting(text: str, limit: int) -> int:
    """How many leading code points of an NFC text weigh no more than the limit."""
    kept = total = 0
    for end, weight in _pieces(text):
        total += weight
        if total > limit:
            break
        kept = end
    return kept


def is_valid_on_x(text: str, limit: int = LIMIT) -> bool:
    """Whether X takes the text: not empty, not too long, no noncharacters."""
    return 0 < x_weighted(text) <= limit and not re.search(_INVALID, text)


def _normal(text: str) -> str:
    return normalize("NFC", text).replace("\r\n", "\n")


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The end and the weight of each link, emoji or character in turn."""
    from socialplan.counting.emoji import emoji_spans
    from socialplan.counting.links import x_links

    at = 0
    links = ((start, end, _LINK) for start, end in x_links(text))
    emoji = ((start, end, _WIDE) for start, end in emoji_spans(text))
    for start, end, weight in sorted(chain(links, emoji)):
        if start < at:
            continue
        yield from _characters(text, at, start)
        yield end, weight
        at = end
    yield from _characters(text, at, len(text))


def _characters(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    is_narrow = re.compile(_NARROW).match
    for at in range(start, stop):
        yield at + 1, 1 if is_narrow(text[at]) else _WIDE
