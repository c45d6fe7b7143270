"""Where graphemes end and where emoji stand; the Unicode data is that of the `regex` package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

GRAPHEME = regex.compile(r"\X")

# © ® ™ and the chess pawn are letters-like signs unless a variation selector makes them emoji.
_SIGN = r"[\u00a9\u00ae\u2122\u265f]\ufe0f"
_PICTURE = rf"(?:{_SIGN}|(?![\u00a9\u00ae\u2122\u265f])\p{{Extended_Pictographic}}\ufe0f?)"
_PERSON = rf"(?:\p{{Emoji_Modifier_Base}}\ufe0f?\p{{Emoji_Modifier}}|{_PICTURE})"
_TAGS = r"[\U000e0020-\U000e007e]+\U000e007f"
# A sign such as ♀ may follow a joiner even where it has no selector.
_JOINED = rf"(?:\u200d(?:{_PERSON}|\p{{Extended_Pictographic}}\ufe0f?))*"
_EMOJI = regex.compile(
    r"\p{Regional_Indicator}{2}"
    r"|[0-9#*]\ufe0f?\u20e3"
    rf"|{_PERSON}(?:{_TAGS})?{_JOINED}"
    r"|\p{Emoji_Modifier}"
)


def emoji_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every emoji; a joined family or a flag is one."""
    if text.isascii():
        return
    for found in _EMOJI.finditer(text):
        yield found.span()
