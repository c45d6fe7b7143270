"""Pages that are read like a document: their Markdown, laid out by rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markdown import Markdown, TableElement
from rich.table import Table

from socialplan.rendering import markdown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from socialplan.rendering.page import Page


class _FoldedTable(TableElement):
    """A table that breaks long cells; Chinese has no spaces to break at and would be cut off."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in super().__rich_console__(console, options):
            if isinstance(part, Table):
                for column in part.columns:
                    column.overflow = "fold"
            yield part


class Document(Markdown):
    """Markdown whose tables lose nothing."""

    elements = {**Markdown.elements, "table_open": _FoldedTable}  # noqa: RUF012 - rich's own name


def layout(page: Page) -> Document:
    """Show the page's Markdown; the links in it stay visible."""
    return Document(markdown.render(page), hyperlinks=False)
