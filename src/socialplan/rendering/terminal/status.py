"""The status on the terminal: close together, so that it fits on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markdown import ListElement, ListItem
from rich.text import Text

from socialplan.rendering import markdown
from socialplan.rendering.terminal.document import Document, HeadingAtLeft, ProseParagraph

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from socialplan.rendering.page import Page


class _Heading(HeadingAtLeft):
    """A heading close above what it titles."""

    new_line = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self.tag == "h1":
            yield from super().__rich_console__(console, options)
        else:
            self.text.stylize("bold")
            yield Text()
            yield self.text


class _Paragraph(ProseParagraph):
    new_line = False


class _List(ListElement):
    new_line = False


class _Item(ListItem):
    new_line = False


class _Status(Document):
    """Markdown without empty lines but above headings."""

    elements = {  # noqa: RUF012 - rich's own name
        **Document.elements,
        "paragraph_open": _Paragraph,
        "heading_open": _Heading,
        "bullet_list_open": _List,
        "list_item_open": _Item,
    }


def layout(page: Page) -> Document:
    """Show the page's Markdown."""
    return _Status(markdown.render(page), hyperlinks=False)
