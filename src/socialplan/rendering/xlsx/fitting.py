"""Tables as cells can hold them: clean texts, none too long, no column for nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.escaping import for_cell
from socialplan.rendering.tables.table import Column, Jump
from socialplan.rendering.xlsx.naming import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table

    Rows = list[list[Cell]]

LONGEST = 32_767
"""UTF-16 units of a cell; Excel calls a file with more of them damaged."""


def fitted(page: Page, tables: Sequence[Table]) -> list[Table]:
    """Clean the texts, go on in columns of their own where one is too long, leave out the empty."""
    cleaned = [_continued(page, _cleaned(table)) for table in tables]
    used = {heading for table in cleaned for heading in _used(table)}
    return [_without(table, used) for table in cleaned]


def _cleaned(table: Table) -> Table:
    return replace(table, rows=[[_clean(value) for value in row] for row in table.rows])


def _clean(value: Cell) -> Cell:
    if isinstance(value, Jump):
        return value._replace(text=for_cell(value.text))
    return for_cell(value) if isinstance(value, str) else value


def _continued(page: Page, table: Table) -> Table:
    """Put what goes beyond a cell's length into further columns at the right."""
    parts: dict[int, list[list[str]]] = {}
    for number, row in enumerate(table.rows):
        for place, value in enumerate(row):
            if isinstance(value, str) and len(value) * 2 > LONGEST and units(value) > LONGEST:
                parts.setdefault(place, [[] for _ in table.rows])[number] = _pieces(value)
    if not parts:
        return table
    columns, rows = list(table.columns), [list(row) for row in table.rows]
    for place, pieces in parts.items():
        for row, some in zip(rows, pieces, strict=True):
            row[place] = some[0] if some else row[place]
        for part in range(1, max(map(len, pieces))):
            heading = page.word(
                "tables.continued", heading=table.columns[place].heading, part=part + 1
            )
            columns.append(Column(heading, width=table.columns[place].width))
            for row, some in zip(rows, pieces, strict=True):
                row.append(some[part] if part < len(some) else None)
    return replace(table, columns=tuple(columns), rows=rows)


def _pieces(text: str) -> list[str]:
    """Cut a text into parts that each fill a cell at most."""
    found: list[str] = []
    start = size = 0
    for place, char in enumerate(text):
        more = 2 if char > "\uffff" else 1
        if size + more > LONGEST:
            found.append(text[start:place])
            start, size = place, 0
        size += more
    return [*found, text[start:]]


def _used(table: Table) -> Iterator[str]:
    """Name the columns that are wanted anyway, or in which a row has something."""
    for place, column in enumerate(table.columns):
        if not column.is_optional or any(row[place] for row in table.rows):
            yield column.heading


def _without(table: Table, used: set[str]) -> Table:
    kept = [n for n, column in enumerate(table.columns) if column.heading in used]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=[[row[n] for n in kept] for row in table.rows],
    )
