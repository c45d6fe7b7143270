"""What libyaml, a YAML 1.1 reader, misreads, and YAML 1.2 does not: some characters and escapes.

Each is hidden behind as many others, so that no place in the text moves.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_HIDDEN = "\x85\u2028\u2029"
_STAND_INS = range(0xF0000, 0xFFFFD)
_PAIR = re.compile(
    r"(?<!\\)(?P<backslashes>(?:\\\\)*)"  # each two of them are one that is meant
    r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
)


class Hidden(NamedTuple):
    """How to find again what is hidden."""

    back: dict[int, int | None]
    """Characters, by those that stand for them; fillers stand for none."""
    pairs: dict[str, str]
    """Pairs of escapes, by what stands for them where it is not taken for an escape."""
    stands_for_pair: re.Pattern[str] | None


def hide(text: str) -> tuple[str, Hidden | None]:
    """Put unused characters in their place, and in that of a byte order mark at the start.

    A character that JSON writes as two escapes is written as one, which YAML knows.
    """
    found = [char for char in _HIDDEN if char in text]
    if text.startswith("\ufeff"):
        found.append("\ufeff")
    paired = "\\u" in text and _PAIR.search(text) is not None
    if not found and not paired:
        return text, None
    unused = (code for code in _STAND_INS if chr(code) not in text)
    back: dict[int, int | None] = {}
    for char in found:
        stand_in = next(unused)
        back[stand_in] = ord(char)
        text = text.replace(char, chr(stand_in), 1 if char == "\ufeff" else -1)
    if not paired:
        return text, Hidden(back, {}, None)
    filler = chr(next(unused))
    back[ord(filler)] = None
    return _without_pairs(text, filler, back)


def _without_pairs(text: str, filler: str, back: dict[int, int | None]) -> tuple[str, Hidden]:
    pairs: dict[str, str] = {}

    def joined(pair: re.Match[str]) -> str:
        before, high, low = pair["backslashes"], int(pair["high"], 16), int(pair["low"], 16)
        code = 0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00
        stand_in = f"\\U{code:08X}{filler * 2}"
        pairs[stand_in] = pair[0].removeprefix(before)
        return before + stand_in

    text = _PAIR.sub(joined, text)
    return text, Hidden(back, pairs, re.compile(rf"\\U[0-9A-F]{{8}}{filler * 2}"))


def reveal(value: Any, hidden: Hidden) -> Any:
    """The value with all that was hidden in place again."""
    return _reveal(value, hidden, {})


def _reveal(value: Any, hidden: Hidden, done: dict[int, Any]) -> Any:
    if isinstance(value, str):
        return _revealed(value, hidden)
    if not isinstance(value, dict | list):
        return value
    if id(value) not in done:
        if isinstance(value, list):
            done[id(value)] = [_reveal(item, hidden, done) for item in value]
        else:
            done[id(value)] = {
                _revealed(key, hidden): _reveal(item, hidden, done) for key, item in value.items()
            }
    return done[id(value)]


def _revealed(text: str, hidden: Hidden) -> str:
    if hidden.stands_for_pair is not None and "\\U" in text:  # where it is no escape
        text = hidden.stands_for_pair.sub(lambda found: hidden.pairs[found[0]], text)
    return text.translate(hidden.back)
