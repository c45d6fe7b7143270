"""The status on the terminal: close together, so that it fits on one screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from rich.markdown import ListElement, ListItem
from rich.text import Text

from socialplan.rendering import markdown
from socialplan.rendering.terminal import LONGEST_TITLE
from socialplan.rendering.terminal.document import (
    Document,
    HeadingAtLeft,
    ProseParagraph,
    with_short_title,
)
from socialplan.rendering.terminal.wrapping import shortened
from socialplan.views.item import Item
from socialplan.views.needs import Need
from socialplan.views.status import OpenSlot

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from socialplan.rendering.page import Page
    from socialplan.views.status import StatusView

Titled = TypeVar("Titled", Item, Need, OpenSlot)


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
    """Show the page's Markdown, with titles no longer than the screen has room for."""
    page = with_short_title(replace(page, view=_shortened(page.view)))
    return _Status(markdown.render(page), hyperlinks=False)


def _shortened(view: StatusView) -> StatusView:
    """Cut the titles of what it lists; other formats have them whole."""
    first_after = view.first_after
    return replace(
        view,
        goals=tuple(
            replace(
                one,
                statement=shortened(one.statement, LONGEST_TITLE),
                review_question=shortened(one.review_question, LONGEST_TITLE),
            )
            for one in view.goals
        ),
        next_items=_titled(view.next_items),
        first_after=_titled((first_after,))[0] if first_after else None,
        open_slots=_titled(view.open_slots),
        needs=_titled(view.needs),
        coming=_titled(view.coming),
    )


def _titled(some: tuple[Titled, ...]) -> tuple[Titled, ...]:
    return tuple(replace(one, title=shortened(one.title, LONGEST_TITLE)) for one in some)
