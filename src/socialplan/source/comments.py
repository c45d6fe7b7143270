"""Comments, and values that a `#` turned into comments by mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Span
from socialplan.source import mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Mistake
    from socialplan.source.text import SourceFile

_REST_OF_LINE = re.compile(r"[^\r\n]*")


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; `own_line` when nothing stands before it."""

    span: Span
    text: str
    own_line: bool


class Met(NamedTuple):
    """A comment as the reader met it: its start, and where and how the value before it ended."""

    start: int
    end_before: int
    style_before: str | None


def comments_of(file: SourceFile, met: list[Met]) -> Iterator[Comment]:
    """The comments of a file, as the reader met them."""
    for start, _, _ in met:
        end = _end_of_line(file.text, start)
        text = file.text[start:end]
        before = file.text[file.text.rfind("\n", 0, start) + 1 : start]
        own_line = not before.rpartition("\r")[2].strip()
        yield Comment(Span(start + file.base, end + file.base), text, own_line)


def hash_traps(file: SourceFile, met: list[Met]) -> Iterator[Mistake]:
    """`title: 限時 #優惠` and `- #tag`: a word after a plain or missing value was meant as text."""
    text = file.text
    for start, end_before, style in met:
        if style == "" and _looks_meant(text, start) and _on_one_line(text[end_before:start]):
            end = _end_of_line(text, start)
            value = _value_start(text, end_before)
            yield mistakes.unquoted(
                Span(start + file.base, end + file.base),
                "hash",
                text=text[value:end].strip(),
                kept=text[value:end_before].strip(),
                cut=text[start:end],
                at=end_before + file.base,
            )


def _looks_meant(text: str, start: int) -> bool:
    after = text[start + 1 : start + 2]
    return (after.isalnum() or after == "_") and not text.startswith("#socialplan:", start)


def _on_one_line(between: str) -> bool:
    return between != "" and not between.strip(" \t")


def _value_start(text: str, end: int) -> int:
    """Where the value on this line starts, behind the key or the dash."""
    line = text.rfind("\n", 0, end) + 1
    match = _KEY.match(text, line, end)
    return match.end() if match else line


_KEY = re.compile(r"[ \t]*(?:-[ \t]+|-\Z)*(?:[^\s#\[\]{},][^#\r\n]*?:(?:[ \t]+|\Z))?")


def _end_of_line(text: str, start: int) -> int:
    match = _REST_OF_LINE.match(text, start)
    return start + len(match[0].rstrip()) if match else start
