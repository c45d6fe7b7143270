"""A view as CSV by RFC 4180: one list, which spreadsheets open and do not run."""

from __future__ import annotations

import csv
from datetime import date, time
from io import StringIO
from typing import TYPE_CHECKING

from socialplan.escaping import for_cell, for_csv
from socialplan.rendering.tables import tables_of
from socialplan.rendering.tables.table import Jump

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes Chinese for the system's old encoding."""


def render(page: Page) -> str:
    """Write all tables of a page."""
    return written(tables_of(page))


def written(tables: Sequence[Table]) -> str:
    """Write tables as one list under one head; an overview says only what the others say."""
    chosen = [one for one in tables if not one.is_overview] or tables
    head = list(dict.fromkeys(_headings(chosen)))
    out = StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([for_csv(for_cell(heading)) for heading in head])
    for table in chosen:
        writer.writerows(_rows(table, head))
    return out.getvalue()


def _headings(tables: Sequence[Table]) -> Iterator[str]:
    """Go through the columns of all tables, what holds for whole tables first."""
    for table in tables:
        yield from (column.heading for column, _ in table.about)
        yield from (column.heading for column in table.columns)


def _rows(table: Table, head: Sequence[str]) -> Iterator[list[str | float]]:
    """Fill the head's columns; what holds for the whole table stands where a row has nothing."""
    common = {column.heading: _said(value) for column, value in table.about}
    places = {column.heading: n for n, column in enumerate(table.columns)}
    order = [(places.get(heading), common.get(heading, "")) for heading in head]
    if not table.rows and len(common) > 1:  # an account without posts is still one
        yield [both for _, both in order]
    for row in table.rows:
        written = [_said(value) for value in row]
        said = ["" if place is None else written[place] for place, _ in order]
        yield [both if one == "" else one for one, (_, both) in zip(said, order, strict=True)]


def _said(value: Cell) -> str | float:
    if isinstance(value, str):
        return for_csv(for_cell(value)) if value else ""
    if isinstance(value, Jump):
        return for_csv(for_cell(value.text))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value
