"""A view on the terminal: laid out by rich, at the right width for Chinese, narrow screens too."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

from socialplan.escaping import for_terminal
from socialplan.rendering.terminal.wrapping import Listed, Prose, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from socialplan.rendering.page import Page

WIDTH = 100
"""Columns where there is no terminal to measure."""
NARROWEST = 24
"""Columns below which nothing can be laid out."""
LONGEST_TITLE = 120
"""Columns of a title that are shown: sixty ideographs; other formats have it whole."""
LONGEST_NAME = 60
"""Columns of a name that are shown."""
STYLES = {
    "open": "yellow",
    "idea": "dim",
    "draft": "none",
    "in_review": "cyan",
    "approved": "green",
    "scheduled": "green",
    "published": "blue",
    "on_hold": "dim",
    "cancelled": "dim strike",
}
SUBJECT_STYLES = {"idea": "dim", "on_hold": "dim", "cancelled": "dim strike"}


def render(page: Page) -> str:
    """Lay a view out by the module of its name, else as Markdown made readable."""
    name = f"socialplan.rendering.terminal.{page.name}"
    if find_spec(name) is None:
        name = "socialplan.rendering.terminal.document"
    layout = import_module(name).layout(page)
    return printed(layout, color=page.color, width=page.width)


def printed(layout: RenderableType, *, color: bool, width: int | None) -> str:
    """Print a layout to a text; no line ends in spaces."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(width or WIDTH, NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(layout)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def names(page: Page, people: Iterable[str], style: str = "dim") -> Prose:
    """List names, none of which is broken."""
    said = (shortened(for_terminal(one), LONGEST_NAME) for one in people)
    return Listed(page.word("comma").join(said), style=style)


def plain(text: str | None, style: str = "", most: int | None = None) -> Prose:
    """Take text as it is, or no more columns of it: no markup or control in it is obeyed."""
    shown = for_terminal(text or "")
    return Prose(shown if most is None else shortened(shown, most), style=style)
