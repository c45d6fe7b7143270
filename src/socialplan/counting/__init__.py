"""How long a text is, in the way that each platform counts; the set of counters is closed."""

from __future__ import annotations

from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from socialplan.counting.mastodon import mastodon
from socialplan.counting.plain import (
    code_points,
    graphemes,
    threads_mixed,
    utf8_bytes,
    utf16,
    xhs_width,
)
from socialplan.counting.tags import hashtags, mentions
from socialplan.counting.x import is_valid_on_x, x_fitting, x_weighted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["COUNTERS", "count", "fitting", "hashtags", "is_valid_on_x", "mentions", "x_links"]

COUNTERS: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "code_points": code_points,
        "utf16": utf16,
        "graphemes": graphemes,
        "utf8_bytes": utf8_bytes,
        "x_weighted": x_weighted,
        "threads_mixed": threads_mixed,
        "xhs_width": xhs_width,
        "mastodon": mastodon,
    }
)


def count(counter: str, text: str) -> int:
    """The length of a text in the counter's own unit."""
    return COUNTERS[counter](text)


def x_links(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every link that X shortens to t.co."""
    from socialplan.counting import links  # most plans have no link in their words

    return links.x_links(text)


def fitting(counter: str, text: str, limit: float) -> int:
    """How many leading code points stay within the limit: where the excess begins."""
    if counter == "x_weighted" and is_normalized("NFC", text):
        return x_fitting(text, int(limit))
    if COUNTERS[counter](text) <= limit:
        return len(text)
    return bisect_right(range(len(text)), limit, key=lambda end: COUNTERS[counter](text[:end])) - 1
