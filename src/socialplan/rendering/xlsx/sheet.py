"""One table as one sheet: head, rows, drop-downs, colours."""

from __future__ import annotations

from datetime import date, time
from math import isfinite
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from socialplan.escaping import begins_formula
from socialplan.rendering.tables.table import Jump
from socialplan.rendering.xlsx.looks import number_format
from socialplan.rendering.xlsx.measuring import height_of, widths_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.rendering.tables.table import Cell, Column, Table
    from socialplan.rendering.xlsx.looks import Looks

MOST_LINKS = 65_530
"""Links of a sheet, as Excel's specifications say."""
LONGEST_LINK = 2_000
"""Characters; Excel takes 2,079."""
SPARE = 200
"""Rows below the last one in which one can go on writing with the same drop-downs."""
LONGEST_LIST = 255
"""Characters of a drop-down's words together."""


def write_sheet(sheet: Worksheet, table: Table, looks: Looks, names: Sequence[str]) -> list[float]:
    """Write a table to an empty sheet, and say how wide its columns are."""
    _write_head(sheet, table, looks)
    widths = widths_of(table)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    writer = _Writer(sheet, looks, names)
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, height_of(row, widths))
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            writer.write(number, place, column, value)
    last = len(table.rows) + SPARE
    for place, column in enumerate(table.columns):
        if column.choices:
            _offer(sheet, column, place, last)
            _paint(sheet, table, looks, place, last)
    _part(sheet, table, looks)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return widths


def _write_head(sheet: Worksheet, table: Table, looks: Looks) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.heading, looks.head(column.kind))
    sheet.freeze_panes(1, min(table.frozen, len(table.columns)))
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


class _Writer:
    """Writes cells by what they are; remembers how many links a sheet already has."""

    def __init__(self, sheet: Worksheet, looks: Looks, names: Sequence[str]) -> None:
        self._sheet = sheet
        self._looks = looks
        self._names = names
        self._links = 0

    def write(self, row: int, place: int, column: Column, value: Cell) -> None:
        look = self._looks.cell(column.kind)
        if isinstance(value, str):
            self._write_text(row, place, column, value)
        elif isinstance(value, Jump):
            name = self._names[value.table].replace("'", "''")
            text, link = value.text, self._looks.cell("link")
            self._sheet.write_url(row, place, f"internal:'{name}'!A1", link, text)
        elif isinstance(value, date | time):
            self._sheet.write_datetime(row, place, value, look)  # type: ignore[call-overload]
        elif value is None:
            self._sheet.write_blank(row, place, None, look)
        elif isfinite(value):
            look = self._looks.cell(column.kind, number=number_format(value))
            self._sheet.write_number(row, place, value, look)
        else:
            self._sheet.write_string(row, place, str(value), look)

    def _write_text(self, row: int, place: int, column: Column, text: str) -> None:
        if column.kind == "link" and text and self._links < MOST_LINKS and is_web(text):
            self._links += 1
            self._sheet.write_url(row, place, text, self._looks.cell("link"), text)
            return
        kind = "text" if column.kind == "link" else column.kind
        quoted = begins_formula(text)
        self._sheet.write_string(row, place, text, self._looks.cell(kind, quoted=quoted))


def is_web(text: str) -> bool:
    """Say whether a text is an address that a browser opens, and no other kind of link."""
    if not text.startswith(("https://", "http://")) or any(char.isspace() for char in text):
        return False
    try:
        has_host = bool(urlsplit(text).hostname)
    except ValueError:
        return False
    return has_host and len(quote(text, safe="%/:=&?~#+!$,;'@()*[]")) <= LONGEST_LINK


def _offer(sheet: Worksheet, column: Column, place: int, last: int) -> None:
    """Let people choose from the words; other words are allowed after a warning."""
    words = [choice.word for choice in column.choices]
    if len(",".join(words)) <= LONGEST_LIST:
        options = {"validate": "list", "source": words, "error_type": "warning"}
        sheet.data_validation(1, place, last, place, options)


def _paint(sheet: Worksheet, table: Table, looks: Looks, place: int, last: int) -> None:
    """Colour a status by its word, so that the colour follows when somebody chooses another."""
    end = len(table.columns) - 1
    for choice in table.columns[place].choices:
        said = '"{}"'.format(choice.word.replace('"', '""'))
        look = looks.tone(choice.tone)
        sheet.conditional_format(
            1, place, last, place, {"type": "cell", "criteria": "==", "value": said, "format": look}
        )
        if choice.tone in ("open", "cancelled"):
            rule = f"=${xl_col_to_name(place)}2={said}"
            look = looks.tone(choice.tone, whole_row=True)
            options = {"type": "formula", "criteria": rule, "format": look}
            sheet.conditional_format(1, 0, last, end, options)


def _part(sheet: Worksheet, table: Table, looks: Looks) -> None:
    """Draw a line where a new part begins; it follows when one sorts."""
    if table.parted_by is not None and len(table.rows) > 1:
        name = xl_col_to_name(table.parted_by)
        rule = f"=${name}3<>${name}2"
        options = {"type": "formula", "criteria": rule, "format": looks.new_part()}
        sheet.conditional_format(2, 0, len(table.rows), len(table.columns) - 1, options)


class GrowingRows(Worksheet):
    """A sheet whose rows' heights are a first guess, and grow when somebody types more.

    Excel measures rows without a height when it opens a file; LibreOffice does not.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = None) -> None:
        if tag == "row":
            attributes = [one for one in attributes if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)
