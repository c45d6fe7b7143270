"""The week on the terminal: a heading per day, a line per post or open slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from socialplan.rendering.terminal import STYLES, WIDTH, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.item import Item
    from socialplan.views.week import Day, Ritual, WeekView

NARROW = 72
"""Below so many columns a post takes two lines."""


def layout(page: Page) -> Group:
    """Put headings and days below each other."""
    view: WeekView = page.view
    parts: list[RenderableType] = [plain(view.title, "bold"), _when(page, view), Text()]
    for day in view.days:
        parts += _day(page, day)
    if not view.counts:
        parts.append(Text(page.word("nothing-at-all")))
    if view.ideas:
        parts.append(Text(page.word("ideas-waiting", count=view.ideas), "dim"))
    return Group(*parts)


def _when(page: Page, view: WeekView) -> Text:
    parts = [page.dates.span(view.first, view.last)]
    if view.week:
        parts.append(page.word("week", week=view.week))
    parts += [f"{page.word(f'status-{name}')} {count}" for name, count in view.counts.items()]
    return Text(" · ".join(parts), "dim")


def _day(page: Page, day: Day) -> list[RenderableType]:
    heading = Text(page.dates.day(day.date), "bold")
    if day.is_today:
        heading.append(f"  {page.word('today')}", "bold magenta")
    if not day.items and not day.rituals:
        heading.append(f"  {page.word('nothing-on-day')}", "dim")
        return [heading, Text()]
    narrow = (page.width or WIDTH) < NARROW
    lines: list[RenderableType] = [heading]
    if day.items:
        lines.append(_narrow(page, day) if narrow else _wide(page, day))
    lines += [_ritual(page, ritual) for ritual in day.rituals]
    return [*lines, Text()]


def _wide(page: Page, day: Day) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for ratio in (None, None, None, None, 1, None):
        table.add_column(ratio=ratio, overflow="fold", no_wrap=ratio is None)
    table.columns[1].no_wrap = table.columns[5].no_wrap = False
    table.columns[1].max_width = 24
    table.columns[5].max_width = 18
    for item in day.items:
        table.add_row(
            Text(f"  {page.dates.time(item.at)}" if item.at else ""),
            plain(item.account_name),
            plain(page.format_name(item.format), "dim"),
            Text(page.word(f"status-{item.status}"), STYLES[item.status]),
            _title(page, item),
            plain(page.word("comma").join(item.people), "dim"),
        )
    return table


def _narrow(page: Page, day: Day) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for item in day.items:
        head = plain(f"{item.account_name} {page.format_name(item.format)} ", "dim")
        head.append(page.word(f"status-{item.status}"), STYLES[item.status])
        table.add_row(Text(f" {page.dates.time(item.at)}" if item.at else ""), head)
        title = _title(page, item)
        if title.plain:
            table.add_row("", title)
    return table


def _title(page: Page, item: Item) -> Text:
    title = plain(item.title, "dim italic" if item.is_open else STYLES[item.status])
    if item.off_cadence:
        title.append(f" ({page.word('off-cadence')})", "yellow")
    return title


def _ritual(page: Page, ritual: Ritual) -> Text:
    words = [ritual.time, ritual.account_name, page.ritual_name(ritual.kind), ritual.title]
    return plain("  " + "  ".join(word for word in words if word), "dim")
