"""How a sheet prints: A4 across, as wide as the page where that can be read, with its head."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from socialplan.rendering.xlsx.naming import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table

A4 = 9
LONGEST = 255
"""UTF-16 units of a header, its codes included."""


PAGE = 275
"""Characters of Latin beside each other that can still be read on paper."""


def set_up_paper(
    page: Page, sheet: Worksheet, table: Table, widths: Sequence[float], title: str
) -> None:
    """Set paper, margins, header and footer."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.repeat_rows(0)
    printed = [n for n, column in enumerate(table.columns) if column.is_on_paper]
    if table.rows and printed == list(range(len(printed))):
        sheet.print_area(0, 0, len(table.rows), len(printed) - 1)
    across = ceil(sum(widths[n] for n in printed) / PAGE)
    sheet.fit_to_pages(max(across, 1), 0)
    if across > 1:
        sheet.repeat_columns(0, table.frozen - 1)
    has_days = hasattr(page.view, "first") and hasattr(page.view, "last")
    span = page.dates.span(page.view.first, page.view.last) if has_days else ""
    sheet.set_header(_cut(f"&L&B{_plain(title)}", f"&R{_plain(span)}"))
    pages = page.word("tables.page", page="&P", pages="&N")
    sheet.set_footer(f"&L&A&R{pages}")


def _plain(text: str) -> str:
    """Double what would begin a code; a space keeps a leading digit from being a font's size."""
    return (" " if text[:1].isdigit() else "") + text.replace("&", "&&")


def _cut(left: str, right: str) -> str:
    left = left[:LONGEST]
    while units(left) + units(right) > LONGEST:
        left = left[:-1]
    return left.removesuffix("&") + right if left.endswith("&") else left + right
