"""Text laid into the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
from functools import cache

WIDE = 2
"""Columns that a character takes at most."""


def cells(text: str) -> int:
    """Count the columns that a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def head(text: str, room: int) -> str:
    """Keep the beginning that fits, with an ellipsis for the rest."""
    if cells(text) <= room:
        return text
    kept = text[: max(room - 1, 0)]
    while kept and cells(kept) > room - 1:
        kept = kept[:-1]
    return kept + "…"


def tail(text: str, room: int) -> str:
    """Keep the end that fits, with an ellipsis for the rest."""
    if cells(text) <= room:
        return text
    kept = text[-max(room - 1, 1) :]
    while kept and cells(kept) > room - 1:
        kept = kept[1:]
    return "…" + kept


def around(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Keep the marked characters in view and as much around them as there is room for."""
    longest = WIDE * (len(before) + len(marked) + len(after))
    if longest <= room or cells(before) + cells(marked) + cells(after) <= room:
        return before, marked, after
    marked = head(marked, max(room * 2 // 3, 8))
    left = room - cells(marked)
    before = tail(before, max(left // 2, left - cells(after)))
    after = head(after, left - cells(before))
    return before, marked, after


def wrapped(text: str, room: int, first: int | None = None) -> list[str]:
    """Break a text into lines; the `first` may have less room than the others."""
    lines: list[str] = []
    line, left = "", room if first is None else first
    for piece in _pieces(text, room):
        if line and cells(line) + cells(piece.rstrip()) > left:
            lines.append(line.rstrip())
            line, left = "", room
        if not line and not lines and first is not None and cells(piece.rstrip()) > left:
            lines.append("")
            left = room
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _pieces(text: str, room: int) -> list[str]:
    """Cut a text where a line may end; what is wider than a line is cut anywhere."""
    pieces = []
    for piece in _unbroken().findall(text):
        rest = piece
        while cells(rest) > room and len(rest) > 1:
            cut = max(room // 2, 1)
            pieces.append(rest[:cut])
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


@cache
def _unbroken() -> re.Pattern[str]:
    """Match what stays on one line: a word, or one Chinese character with its punctuation."""
    wide = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
    opening = "「『（《〈【〔“‘"
    closing = "、。，．！？；：）」』”’》〉】〕…"
    return re.compile(rf"[{opening}]*(?:[{wide}]|[^\s{wide}]+|\s+)[{closing}]*\s*")
