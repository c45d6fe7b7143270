"""The agenda on the terminal: months as headings, days on the left, ideas at the end."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from socialplan.rendering.terminal import days, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.agenda import AgendaView


def layout(page: Page) -> Group:
    """Put the months, what recurs and the backlog below each other."""
    view: AgendaView = page.view
    parts: list[RenderableType] = [
        *days.heading(view),
        plain(page.dates.span(view.first, view.last), "dim"),
    ]
    if view.counts:
        parts.append(days.counts(page, view.counts))
    parts += days.around(page, view)
    if view.nothing:
        parts += [Text(), days.nothing(page, view.nothing)]
    readable, more = days.readable(view.days)
    for _, month in groupby(readable, key=lambda day: (day.date.year, day.date.month)):
        shown = list(month)
        name = page.dates.month(shown[0].date)
        parts += [Text(), plain(name, "bold underline"), days.days(page, shown)]
    parts += days.and_more(page, more)
    if view.habits:
        parts += [Text(), *days.habits(page, view.habits)]
    if view.backlog:
        parts += [Text(), plain(page.word("backlog"), "bold"), days.items(page, view.backlog)]
    return Group(*parts, *days.unknown(page, view))
