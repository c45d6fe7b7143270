"""Characters of a scalar's value → the characters of the file that say them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOUBLE = re.compile(
    r"(?P<join>\\(?:\r\n?|\n)[ \t]*)"
    r"|(?P<fold>(?<![ \t])[ \t]*(?:\r\n?|\n)\s*)"
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.",
    re.DOTALL,
)
_SINGLE = re.compile(r"(?P<join>(?!))|(?P<fold>(?<![ \t])[ \t]*(?:\r\n?|\n)\s*)|''|.", re.DOTALL)
_BREAK = re.compile(r"\r\n?|\n")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def within(raw: str, value: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `value[start:end]` stands in `raw`; None where it cannot be told."""
    if not 0 <= start <= end <= len(value):
        return None
    starts, ends = _aligned(raw, value)
    if len(starts) != len(value):
        return None
    if start == end:
        at = starts[start] if start < len(starts) else ends[-1] if ends else 0
        return at, at
    return starts[start], max(starts[start], ends[end - 1])


@lru_cache(maxsize=8)  # one text can have many things wrong with it
def _aligned(raw: str, value: str) -> tuple[Sequence[int], Sequence[int]]:
    """For each character of the value, where it starts and ends in `raw`."""
    if raw == value:
        return range(len(raw)), range(1, len(raw) + 1)
    head = raw[:1]
    if head in ('"', "'") and raw[1:-1] == value:
        return range(1, len(raw) - 1), range(2, len(raw))
    if head in ('"', "'") and head:
        pairs = list(_quoted(raw, _DOUBLE if head == '"' else _SINGLE))
    elif head == "|":
        pairs = list(_literal(raw, value))
    else:
        pairs = list(_folded(raw, value))
    return [start for start, _ in pairs], [end for _, end in pairs]


def _quoted(raw: str, token: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in token.finditer(raw, 1, len(raw) - 1):
        if match["join"] is not None:
            continue
        breaks = len(_BREAK.findall(match[0])) if match["fold"] is not None else 1
        for _ in range(max(1, breaks - 1)):
            yield match.span()


def _literal(raw: str, value: str) -> Iterator[tuple[int, int]]:
    """Each line of the value is a line of the file without its indentation."""
    breaks = list(_BREAK.finditer(raw))
    starts = [match.end() for match in breaks]
    ends = [*(match.start() for match in breaks[1:]), len(raw)]
    for i, line in enumerate(_LINE.findall(value)):
        start, end = (starts[i], ends[i]) if i < len(starts) else (len(raw), len(raw))
        text = line.removesuffix("\n")
        # The span leaves out blanks at the end of the last line, the value may not.
        start += max(0, len(raw[start:end].rstrip(" \t")) - len(text.rstrip(" \t")))
        for j in range(len(text)):
            yield min(start + j, len(raw)), min(start + j + 1, len(raw))
        if text != line:
            yield end, min(end + 1, len(raw))


def _folded(raw: str, value: str) -> Iterator[tuple[int, int]]:
    """Folding only changes white space: every other character is there, in order."""
    at = 0
    if raw[:1] == ">":
        header = _BREAK.search(raw)
        at = header.end() if header else len(raw)
    for char in value:
        if char.isspace():
            end = min(at + 1, len(raw)) if raw[at : at + 1].isspace() else at
        else:
            found = raw.find(char, at)
            if found < 0:
                return
            at, end = found, found + 1
        yield at, end
        at = end
