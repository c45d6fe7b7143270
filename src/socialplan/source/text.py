"""One file's characters, its lines, and where each offset stands in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING

from socialplan.finding import Place, Span

if TYPE_CHECKING:
    from pathlib import Path

_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class SourceFile:
    """A file of the plan: `text` exactly as stored, without the byte order mark."""

    name: str
    path: Path | None
    text: str
    base: int = 0
    """The global offset of the first character."""
    bom: bool = False

    @property
    def end(self) -> int:
        return self.base + len(self.text)

    @cached_property
    def line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _BREAK.finditer(self.text))]
        lines = self.text.split("\n")
        # each line break counts as a character of the line before it
        return [*map(add, accumulate(map(len, lines[:-1]), initial=0), count())]

    def line_text(self, line: int) -> str:
        """A line, counted from 1, without its line break; empty where there is none."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def place(self, span: Span) -> Place:
        line, column = self._position(span.start)
        return Place(self.name, line, column, *self._position(max(span.start, span.end)))

    def _position(self, offset: int) -> tuple[int, int]:
        local = min(max(offset - self.base, 0), len(self.text))
        line = bisect_right(self.line_starts, local)
        return line, local - self.line_starts[line - 1] + 1
