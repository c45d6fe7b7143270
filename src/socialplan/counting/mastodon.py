"""How Mastodon counts: graphemes, 23 for a link with a scheme, a mention without its domain."""

from __future__ import annotations

import re

from socialplan.counting.plain import graphemes

_LINK = re.compile(
    r"https?://[^\s<>\"]*[^\s<>\".,;:!?()\[\]'，。！？；：、）」』】》]", re.IGNORECASE
)
_LINK_LENGTH = 23
_MENTION = re.compile(r"(?<![\w/])(@\w+(?:[\w.-]*\w)?)@[\w.-]*\w")


def mastodon(text: str) -> int:
    """Graphemes after shortening links and mentions; a server may take more than 500."""
    shortened = _LINK.sub("x" * _LINK_LENGTH, text) if "://" in text else text
    return graphemes(_MENTION.sub(r"\1", shortened) if "@" in shortened else shortened)
