"""How wide columns and how high rows are, before any program has drawn them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Jump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.rendering.tables.table import Cell, Column, Table

LINE = 16.0
"""Points of a line of eleven points, in a font whose Chinese is as high as its Latin."""
HIGHEST = 409.0
"""Points of a row, at most, in Excel."""
FILLED = 0.94
"""How much of a line wrapped Chinese fills, on the whole."""
FILLED_WITH_LATIN = 1.05
"""The same of Latin, whose letters are on the whole narrower than its figures."""
_ARROW = 3
"""Columns of the filter's button beside a heading."""


def widths_of(table: Table) -> list[float]:
    """Give the width of every column, in characters of Latin."""
    return [_width(table, place, column) for place, column in enumerate(table.columns)]


def height_of(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Estimate the height of a row; programs measure again when somebody edits it."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        text = _text(value)
        if len(text) * 2 > width or "\n" in text:
            filled = FILLED_WITH_LATIN if text.isascii() else FILLED
            lines = max(lines, _lines(text, width * filled))
    return min(lines * LINE + 2, HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(columns(line) / width)) for line in text.split("\n"))


def _width(table: Table, place: int, column: Column) -> float:
    """Make a column as wide as its longest line and its heading, and no wider than it may be."""
    wanted = columns(column.heading) + _ARROW
    if column.kind not in ("text", "link", "choice"):
        return max(wanted, column.width)
    for row in table.rows:
        for line in _text(row[place]).split("\n"):
            wanted = max(wanted, columns(line) + 2)
        if wanted >= column.width:
            return column.width
    return wanted


def columns(text: str) -> float:
    """Measure a line: Chinese is two wide, as its UTF-8 shows well enough."""
    return len(text) if text.isascii() else (len(text) + len(text.encode())) / 2


def _text(value: Cell) -> str:
    if isinstance(value, Jump):
        return value.text
    return value if isinstance(value, str) else ""
