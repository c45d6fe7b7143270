"""Pages that are read like a document: their Markdown, laid out by rich."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.markdown import CodeBlock, Heading, Markdown, Paragraph, TableDataElement, TableElement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from socialplan.escaping import page_for_terminal
from socialplan.rendering import markdown
from socialplan.rendering.terminal import LONGEST_TITLE
from socialplan.rendering.terminal.wrapping import Prose, longest_word, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import (
        Console,
        ConsoleOptions,
        JustifyMethod,
        RenderableType,
        RenderResult,
    )
    from rich.markdown import MarkdownContext

    from socialplan.rendering.page import Page

ROOM = 12
"""Columns of the screen that a column of a table needs: two words, or six ideographs."""
RULED = ("h1", "h2")
"""Headings with a line below, so that chapters are told apart without colour."""


class ProseParagraph(Paragraph):
    """A paragraph that breaks as Chinese does."""

    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = Prose(justify="left")


class HeadingAtLeft(Heading):
    """A heading at the left, that of a chapter above a line."""

    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = Prose()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text
        if self.tag in RULED:
            width = min(cell_len(self.text.plain), options.max_width)
            yield Text("─" * width, "dim", no_wrap=True)


class _Words(CodeBlock):
    """Words to paste: as they are, only moved in."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Prose(self.text.plain.rstrip()), (0, 0, 0, 2))


class _Cell(TableDataElement):
    """A cell that breaks as Chinese does."""

    def __init__(self, justify: JustifyMethod) -> None:
        super().__init__(justify)
        self.content = Prose("", justify=justify)


class _FoldedTable(TableElement):
    """A table that breaks long cells, and comes row by row where its columns have no room.

    Words of the first column stay whole: people look for them.
    """

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names = [cell.content.plain for cell in self._heading]
        first = self._width_of_names(options.max_width)
        if options.max_width < ROOM * len(names) or first == 0:
            yield from self._row_by_row(names)
            return
        for part in super().__rich_console__(console, options):
            if isinstance(part, Table):
                for column in part.columns:
                    column.overflow = "fold"
                part.columns[0].width = first
            yield part

    def _width_of_names(self, most: int) -> int | None:
        """Say how wide the first column is; 0 if it has no room, none if all columns have theirs.

        It has its longest word, and at least a fair share.
        """
        rows = [self._heading, *(row.cells for row in (self.body.rows if self.body else ()))]
        columns = [[cell.content.plain for cell in cells] for cells in zip(*rows, strict=True)]
        wanted = [max(map(cell_len, cells)) for cells in columns]
        most -= 2 * len(columns) + 2  # lines and padding
        if sum(wanted) <= most:
            return None
        names = max(longest_word(text) for text in columns[0])
        needed = sum(min(width, ROOM) for width in wanted[1:])
        fair = min(wanted[0], most // len(columns))
        return max(names, fair) if names + needed <= most else 0

    @property
    def _heading(self) -> list[TableDataElement]:
        return self.header.row.cells if self.header and self.header.row else []

    def _row_by_row(self, names: list[str]) -> Iterator[RenderableType]:
        """Put the cells of a row below each other, each with the name of its column."""
        for row in self.body.rows if self.body else ():
            first, *others = zip(names, (cell.content for cell in row.cells), strict=False)
            head = Prose("", "bold")
            head.append_text(first[1])
            yield Text()
            yield head
            for name, content in others:
                if content.plain:
                    line = Prose(f"{name}  ", "dim")
                    line.append_text(content)
                    yield Padding(line, (0, 0, 0, 2))
        yield Text()


class Document(Markdown):
    """Markdown whose tables lose nothing."""

    elements = {  # noqa: RUF012 - rich's own name
        **Markdown.elements,
        "paragraph_open": ProseParagraph,
        "fence": _Words,
        "heading_open": HeadingAtLeft,
        "table_open": _FoldedTable,
        "td_open": _Cell,
    }


def layout(page: Page) -> Document:
    """Show the page's Markdown; the links in it stay visible."""
    text = markdown.render(with_short_title(page))
    if page.own is not None:  # what a template of theirs lets through
        text = page_for_terminal(text)
    return Document(text, hyperlinks=False)


def with_short_title(page: Page) -> Page:
    """Cut a title that would fill the screen, as the pages do that rich lays out."""
    title = getattr(page.view, "title", "")
    if page.own is not None or cell_len(title) <= LONGEST_TITLE:
        return page
    return replace(page, view=replace(page.view, title=shortened(title, LONGEST_TITLE)))
