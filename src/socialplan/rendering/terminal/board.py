"""The board on the terminal: as many columns beside each other as have room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from socialplan.rendering.terminal import LONGEST_NAME, STYLES, days, names, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.views.board import BoardView, Card, Column

NARROWEST = 22
"""Columns of the screen that a column of the board needs: ten ideographs, or three words."""
WIDEST = 44
"""Columns of the screen beyond which a card is no easier to read."""
GAP = 2
TITLE_LINES = 3


def layout(page: Page) -> Group:
    """Put the heading and the columns below each other, the empty ones on a line of their own."""
    view: BoardView = page.view
    parts: list[RenderableType] = [
        *days.heading(view),
        plain(page.dates.span(view.first, view.last), "dim"),
        *days.clocks(page, view),
    ]
    if view.counts:
        parts.append(days.counts(page, view.counts))
    if view.late:
        parts.append(plain(page.word("board.late-count", count=view.late), "red"))
    if view.nothing:
        return Group(*parts, Text(), days.nothing(page, view.nothing))
    shown, more = _readable([one for one in view.columns if one.count or one.passed])
    for some in _rows(shown, days.width_of(page)):
        parts += [Text(), _beside(page, some)]
    return Group(*parts, *days.and_more(page, more))


def _readable(columns: list[Column]) -> tuple[list[tuple[Column, list[Card]]], int]:
    """Share out how many cards can be laid out, and count the others."""
    most = days.MOST_LINES // max(len(columns), 1)
    shown = [(one, [*one.cards, *one.undated][:most]) for one in columns]
    return shown, sum(one.count - len(cards) for one, cards in shown)


def _rows(
    columns: list[tuple[Column, list[Card]]], width: int
) -> list[list[tuple[Column, list[Card]]]]:
    """Break the columns into rows of about equal length that fit the screen."""
    fit = 1 if width < days.NARROW else max(1, (width + GAP) // (NARROWEST + GAP))
    rows = -(-len(columns) // fit)
    each = -(-len(columns) // max(rows, 1))
    return [columns[start : start + each] for start in range(0, len(columns), max(each, 1))]


def _beside(page: Page, columns: list[tuple[Column, list[Card]]]) -> RenderableType:
    if len(columns) == 1:
        return Group(*_column(page, *columns[0], days.width_of(page)))
    width = min(WIDEST, (days.width_of(page) + GAP) // len(columns) - GAP)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for _ in columns:
        table.add_column(width=width)
    table.add_row(*(Group(*_column(page, column, cards, width)) for column, cards in columns))
    return table


def _column(page: Page, column: Column, cards: list[Card], width: int) -> list[RenderableType]:
    name = f"{page.mark(column.status)} {page.word(f'status-{column.status}')}"
    heading = plain(name, f"bold {STYLES[column.status]}".replace("none", "").strip())
    heading.append(f"  {page.dates.number(column.count)}", "dim")
    parts: list[RenderableType] = [heading, Text("─" * min(width, WIDEST), "dim", no_wrap=True)]
    has_dated = bool(column.cards)
    for card in cards:
        if card.item.at is None and has_dated:
            parts += [plain(page.word("board.undated"), "dim italic")]
            has_dated = False
        parts += _card(page, card, width)
    if column.passed:
        parts.append(plain(page.word("board.passed", count=column.passed), "dim"))
    return parts


def _card(page: Page, card: Card, width: int) -> list[RenderableType]:
    """Say when and where, then what, then who; open slots stand close together."""
    item = card.item
    when = plain(f"{page.dates.brief(item.at)} {item.time}" if item.at else "", "bold")
    if card.is_late:
        when.append(f" {page.word('board.late')}", "red")
    where = plain(item.account_name, most=LONGEST_NAME)
    if item.format:
        where.append_text(plain(f" {page.format_name(item.format)}"))
    where.stylize("dim")
    what = days.title(page, item).broken(width, TITLE_LINES)
    heads: list[Text] = [when, where]
    if when.plain and when.cell_len + GAP + where.cell_len <= width:
        heads = [Text.assemble(when, " " * GAP, where)]
        if item.is_open and len(what) == 1 and heads[0].cell_len + GAP + what[0].cell_len <= width:
            heads = [Text.assemble(heads[0], " " * GAP, what.pop())]
    lines = [*heads, *what]
    if item.people:
        lines.append(plain(names(page, item.people).plain, "dim"))
    shown: list[RenderableType] = [line for line in lines if line.plain]
    return shown if item.is_open else [*shown, Text()]
