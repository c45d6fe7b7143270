"""A view as a workbook for Excel and LibreOffice: a sheet per table, the same bytes each time."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from socialplan.escaping import for_terminal
from socialplan.rendering.tables import tables_of
from socialplan.rendering.xlsx.fitting import fitted
from socialplan.rendering.xlsx.looks import Looks
from socialplan.rendering.xlsx.naming import sheet_names
from socialplan.rendering.xlsx.paper import set_up_paper
from socialplan.rendering.xlsx.sheet import GrowingRows, write_sheet

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

CREATED = datetime(1980, 1, 1)
"""As the files inside say; the hour of its making would tell two equal workbooks apart."""
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(page: Page) -> bytes:
    """Write every table of a page to a sheet of its own."""
    out = BytesIO()
    font = Looks.font_of(page.language)
    book = Workbook(out, {**_PLAIN, "default_format_properties": font})
    title = _title(page)
    book.set_properties({"title": title[:255], "created": CREATED})
    looks = Looks(book, page.locale, font)
    tables = fitted(page, tables_of(page))
    names = sheet_names([table.name for table in tables])
    for name in names:
        book.add_worksheet(name, GrowingRows)
    for sheet, table in zip(book.worksheets(), tables, strict=True):
        widths = write_sheet(sheet, table, looks, names)
        set_up_paper(page, sheet, table, widths, title)
    book.close()
    return out.getvalue()


def _title(page: Page) -> str:
    """Name the plan and the view, on one line."""
    plan = getattr(page.view, "title", "") or page.word("html.untitled")
    return f"{for_terminal(plan)} · {page.word(f'html.view-{page.name}')}"
