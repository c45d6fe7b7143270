"""Pages that are read like a document: their Markdown, laid out by rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markdown import Markdown

from socialplan.rendering import markdown

if TYPE_CHECKING:
    from socialplan.rendering.page import Page


def layout(page: Page) -> Markdown:
    """Show the page's Markdown; the links in it stay visible."""
    return Markdown(markdown.render(page), hyperlinks=False)
