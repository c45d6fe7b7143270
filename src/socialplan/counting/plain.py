"""Counters that look at characters only, not at links or mentions."""

from __future__ import annotations

import re

# Letters, Chinese characters, kana and punctuation that never join with a neighbour.
_NEVER_JOINED = re.compile(
    "[\n -~\u00ae-\u02ff\u2010-\u2027\u3000-\u3029"
    "\u3030-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff65]*"
)


def code_points(text: str) -> int:
    """Unicode characters, as Python and most peers count."""
    return len(text)


def utf16(text: str) -> int:
    """UTF-16 units, as JavaScript and most platforms' forms count; an astral emoji is 2."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """Bytes in UTF-8: 3 for a Chinese character, 4 for most emoji."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def graphemes(text: str) -> int:
    """What a reader calls a character (UAX #29)."""
    if _NEVER_JOINED.fullmatch(text):
        return len(text)
    from socialplan.counting.emoji import GRAPHEME

    return sum(1 for _ in GRAPHEME.finditer(text))


def threads_mixed(text: str) -> int:
    """Code points, but every emoji costs its UTF-8 bytes (Threads, 2026-04)."""
    if text.isascii():
        return len(text)
    from socialplan.counting.emoji import emoji_spans

    return len(text) + sum(
        utf8_bytes(text[start:end]) - (end - start) for start, end in emoji_spans(text)
    )


def xhs_width(text: str) -> int:
    """Width, as Xiaohongshu and Weibo count: two ASCII characters fill a Chinese one's place."""
    narrow = sum(map(str.isascii, text))
    halves = narrow + 2 * (utf16(text) - narrow)
    return -(-halves // 2)
