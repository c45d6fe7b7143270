"""Pages that are read like a document: their Markdown, laid out by rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.markdown import Heading, Markdown, Paragraph, TableDataElement, TableElement
from rich.table import Table
from rich.text import Text

from socialplan.rendering import markdown
from socialplan.rendering.terminal.wrapping import Prose

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
    from rich.markdown import MarkdownContext

    from socialplan.rendering.page import Page

RULED = ("h1", "h2")
"""Headings with a line below, so that chapters are told apart without colour."""


class _Paragraph(Paragraph):
    """A paragraph that breaks as Chinese does."""

    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = Prose(justify="left")


class _Heading(Heading):
    """A heading at the left, that of a chapter above a line."""

    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = Prose()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text
        if self.tag in RULED:
            width = min(cell_len(self.text.plain), options.max_width)
            yield Text("─" * width, "dim", no_wrap=True)


class _Cell(TableDataElement):
    """A cell that breaks as Chinese does."""

    def __init__(self, justify: JustifyMethod) -> None:
        super().__init__(justify)
        self.content = Prose("", justify=justify)


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

    elements = {  # noqa: RUF012 - rich's own name
        **Markdown.elements,
        "paragraph_open": _Paragraph,
        "heading_open": _Heading,
        "table_open": _FoldedTable,
        "td_open": _Cell,
    }


def layout(page: Page) -> Document:
    """Show the page's Markdown; the links in it stay visible."""
    return Document(markdown.render(page), hyperlinks=False)
