"""The blocks around an offset of a broken file, seen by indentation alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<content>[^\r\n]*)(?:\r\n?|\n|\Z)")
_DASH = re.compile(r"-(?:[ \t]|\Z)")


class _Line(NamedTuple):
    start: int
    indent: int
    item: bool


class Blocks:
    """Lines of the text that hold more than a comment, with their indentation."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self.lines = [
            _Line(match.start(), len(match["indent"]), bool(_DASH.match(match["content"])))
            for match in _LINE.finditer(text)
            if match["content"] and not match["content"].startswith("#")
        ]

    def around(self, at: int, *, entry: bool = False) -> Iterator[tuple[int, int]]:
        """Larger and larger blocks: list items, the top-level section, all that follows it.

        Where no item holds the line, or `entry` asks for it, the line's own entry comes first.
        """
        if not self.lines:
            return
        at_line = max(0, bisect_right(self.lines, at, key=lambda line: line.start) - 1)
        ancestors = list(self._ancestors(at_line))
        items = [line for line in ancestors if self.lines[line].item]
        if entry or not items:
            yield self._block(at_line)
        for line in items:
            yield self._block(line)
        start, end = self._block(ancestors[-1])
        yield start, end
        yield start, self.size

    def _ancestors(self, line: int) -> Iterator[int]:
        """The line itself and the lines whose blocks hold it."""
        yield line
        inner = self.lines[line]
        for outer in range(line - 1, -1, -1):
            if inner.indent == 0 and not inner.item:
                return
            found = self.lines[outer]
            under_key = inner.item and not found.item and found.indent == inner.indent
            if found.indent < inner.indent or under_key:
                yield outer
                inner = found

    def _block(self, line: int) -> tuple[int, int]:
        """From the start of a line to where the next one is no deeper."""
        first = self.lines[line]
        for later in self.lines[line + 1 :]:
            belongs = later.item and not first.item and later.indent == first.indent
            if later.indent <= first.indent and not belongs:
                return first.start, later.start
        return first.start, self.size
