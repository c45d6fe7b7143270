"""What stands on no day, on a line below the days of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from socialplan.rendering.terminal import LONGEST_NAME, LONGEST_TITLE, days, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.item import Item

MOST_NAMED = 8
"""Posts whose date nobody can read that are named; the rest is counted."""


def misdated(page: Page, some: Sequence[Item]) -> list[RenderableType]:
    """Name posts that stand on no day because nobody can read their date."""
    if not some:
        return []
    line = plain(page.word("calendar.misdated"), "yellow")
    for n, one in enumerate(some[:MOST_NAMED]):
        line.append(page.word("comma") if n else "").append(f"{page.mark(one.status)} ")
        line.append_text(plain(one.title, most=LONGEST_TITLE))
        if one.account_name:
            name = plain(one.account_name, most=LONGEST_NAME).plain
            line.append(page.in_brackets(name), "dim")
    rest = days.and_more(page, len(some[MOST_NAMED:]))
    return [Text(), line, *rest]
