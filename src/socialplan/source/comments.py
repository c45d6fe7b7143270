"""Comments: what stands between the scalars after a `#`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        end = end_of_line(file.text, start)
        text = file.text[start:end]
        before = file.text[file.text.rfind("\n", 0, start) + 1 : start]
        own_line = not before.rpartition("\r")[2].strip()
        yield Comment(Span(start + file.base, end + file.base), text, own_line)


def end_of_line(text: str, start: int) -> int:
    """Where the last character of the line stands that is no white space."""
    match = _REST_OF_LINE.match(text, start)
    return start + len(match[0].rstrip()) if match else start
