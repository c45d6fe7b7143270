"""The week on the terminal: a row per post or open slot, the days on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from socialplan.rendering.terminal import days, plain, undated

if TYPE_CHECKING:
    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.week import WeekView


def layout(page: Page) -> Group:
    """Put the heading, the days and what waits without a day below each other."""
    view: WeekView = page.view
    when = plain(page.dates.span(view.first, view.last), "dim")
    if view.week:
        when.append(f" · {view.week}")
    parts: list[RenderableType] = [*days.heading(view), when]
    if view.counts:
        parts.append(days.counts(page, view.counts))
    parts += [*days.around(page, view), Text()]
    if view.nothing:
        parts.append(days.nothing(page, view.nothing))
    else:
        shown, more = days.readable(view.days)
        parts += [days.days(page, shown, view.habits), *days.and_more(page, more)]
    parts += undated.misdated(page, view.misdated)
    if view.ideas:
        parts += [Text(), plain(page.word("ideas-waiting", count=view.ideas), "dim")]
    return Group(*parts, *days.unknown(page, view))
