"""The month on the terminal: a calendar with a box per day; on a narrow one, a list of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from socialplan.rendering.terminal import STYLES, days, plain, undated
from socialplan.rendering.terminal.wrapping import Counted

if TYPE_CHECKING:
    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.days import Day
    from socialplan.views.item import Item
    from socialplan.views.month import Month, MonthView

MOST = 6
"""Posts of a day that have room in its box; the rest is counted."""
TITLE_LINES = 2
WIDEST = 182
"""Columns beyond which boxes get no wider: a line is read at a glance."""


def layout(page: Page) -> Group:
    """Put the months below each other, then what recurs and what waits without a day."""
    view: MonthView = page.view
    parts: list[RenderableType] = days.heading(view)
    if len(view.months) > 1:
        parts.append(plain(page.dates.span(view.first, view.last), "dim"))
        if view.counts:
            parts.append(days.counts(page, view.counts))
    parts += days.around(page, view)
    if view.nothing:
        parts += [Text(), days.nothing(page, view.nothing)]
        return Group(*parts, *undated.misdated(page, view.misdated))
    for month in view.months:
        parts += [Text(), *_month(page, month)]
    if view.habits:
        parts += [Text(), *days.habits(page, view.habits)]
    parts += undated.misdated(page, view.misdated)
    if view.ideas:
        parts += [Text(), plain(page.word("ideas-waiting", count=view.ideas), "dim")]
    return Group(*parts, *days.unknown(page, view))


def _month(page: Page, month: Month) -> list[RenderableType]:
    heading = Counted(page.dates.month(month.first), "bold")
    if month.counts:
        heading.append("   ").append_text(days.counts(page, month.counts))
    if days.width_of(page) >= days.NARROW:
        return [heading, _grid(page, month)]
    every = [day for week in month.weeks for day in week if day]
    shown = [day for day in every if day.items or day.occasions or day.is_today]
    return [heading, Text(), days.days(page, shown)]


def _grid(page: Page, month: Month) -> Table:
    view: MonthView = page.view
    width = (min(days.width_of(page), WIDEST) - 8) // 7
    table = Table(box=box.SQUARE, show_lines=True, padding=0, border_style="dim")
    for weekday in view.weekdays:
        name = page.dates.weekdays([weekday])
        table.add_column(plain(name, "bold"), justify="left", width=width, overflow="fold")
    for week in month.weeks:
        table.add_row(*(_box(page, day, width) if day else "" for day in week))
    return table


def _box(page: Page, day: Day, width: int) -> Group:
    number = plain(f"{day.date.day}", "bold" if day.items else "dim")
    if day.is_today:
        number = plain(f"{day.date.day} {page.word('today')}", "bold magenta")
    if day.is_off:
        number.append(f" {page.word('day-off')}", "red")
    lines: list[Text] = [number]
    if day.occasions:
        named = plain(page.occasions(day.occasions), "red" if day.is_off else "cyan")
        lines += named.broken(width, TITLE_LINES)
    for item in day.items[:MOST]:
        lines += _item(page, item, width, TITLE_LINES if len(day.items) <= MOST // 2 else 1)
    if len(day.items) > MOST:
        lines.append(plain(page.word("and-more", count=len(day.items) - MOST), "dim"))
    return Group(*lines)


def _item(page: Page, item: Item, width: int, title_lines: int) -> list[Text]:
    """Say when and where on a line, and what on the next ones."""
    time = page.dates.time(item.at) if item.at else ""
    head = plain(f"{page.mark(item.status)} {time}", STYLES[item.status])
    if cell_len(head.plain) + 3 < width:  # room for at least the beginning of a name
        head.append_text(plain(f" {item.account_name}", "dim"))
        head.truncate(width, overflow="ellipsis")
    return [head, *days.title(page, item).broken(width, title_lines)]
