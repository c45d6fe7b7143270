"""Where a line may end: at spaces, and between ideographs unless a comma would come first.

And the way back: lines that become one need a space between words only.
"""

from __future__ import annotations

from itertools import pairwise
from unicodedata import category, east_asian_width

_NEVER_FIRST = frozenset("、。，．・！？：；）」』】》〉〕｝…—～·,.!?:;)]}%”’ー々")
_NEVER_LAST = frozenset("（「『【《〈〔｛“‘([{#＃@＠$＄")
_ALSO_WIDE = "\u2e80"
"""The first character of those that are written without spaces: radicals, kana, ideographs."""


def may_break(before: str, after: str) -> bool:
    """Say whether a line may end between two characters."""
    if before.isspace():
        return not after.isspace()
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before >= _ALSO_WIDE or after >= _ALSO_WIDE


def on_one_line(text: str) -> str:
    """Join lines: with a space, but for those that end or begin as Chinese and Japanese do."""
    joined = ""
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        joined += f" {line}" if joined and _needs_space(joined[-1], line[0]) else line
    return joined


def _needs_space(before: str, after: str) -> bool:
    """Say whether two lines would run into each other."""
    unspaced = [char for char in (before, after) if _is_unspaced(char)]
    return len(unspaced) < 2 and not any(category(char).startswith("P") for char in unspaced)


def _is_unspaced(char: str) -> bool:
    """Say whether a script without spaces has a character; emoji and Korean keep theirs."""
    is_hangul = "\uac00" <= char <= "\ud7a3"
    return char >= _ALSO_WIDE and not is_hangul and category(char) not in ("So", "Sk")


def columns(text: str) -> int:
    """Count the columns that our own words take; what people type may hold more than letters."""
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a paragraph of our own words into lines."""
    lines = [""]
    for piece in _pieces(" ".join(text.split())):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> list[str]:
    """Cut a text wherever a line may end; what stands in square brackets stays whole."""
    ends = [
        at
        for at, pair in enumerate(pairwise(text), 1)
        if may_break(*pair) and text.rfind("[", 0, at) <= text.rfind("]", 0, at)
    ]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)])]
