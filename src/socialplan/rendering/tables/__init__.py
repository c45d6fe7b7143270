"""Views as tables, for CSV and XLSX: one module per view decides its columns and rows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table

LAID_OUT_BY = {"week": "timetable", "month": "timetable", "agenda": "timetable"}
"""Views that share a layout; the others have one of their own name."""


def tables_of(page: Page) -> tuple[Table, ...]:
    """Lay out a page as tables, at least one."""
    name = LAID_OUT_BY.get(page.name, page.name)
    found = import_module(f"socialplan.rendering.tables.{name}").tables(page)
    return tuple(found)
