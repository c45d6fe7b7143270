"""The plan table on the terminal: a table per account, or a card per post where it is narrow."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from socialplan.rendering.breaking import on_one_line
from socialplan.rendering.terminal import LONGEST_TITLE, STYLES, days, names, plain
from socialplan.rendering.terminal.wrapping import shortened
from socialplan.views.filtering import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.rendering.terminal.wrapping import Prose
    from socialplan.views.sheet import AccountSheet, Row, SheetView

WIDE = 96
"""From so many columns on, posts are rows of a table."""
MOST_ROWS = 2_500
"""Posts and open slots that are laid out."""
LONGEST_CONTENT = 240
"""Columns of a post's words that are shown; Markdown and JSON have them all."""
LONGEST_REMARK = 800
"""Columns of anything else."""


def layout(page: Page) -> Group:
    """Put the accounts below each other."""
    view: SheetView = page.view
    parts: list[RenderableType] = [
        *days.heading(view),
        plain(page.dates.span(view.first, view.last), "dim"),
    ]
    if view.nothing:
        parts += [Text(), days.nothing(page, view.nothing)]
    room = MOST_ROWS
    for account in view.accounts:
        shown = account.rows[:room]
        parts += [Text(), *_account(page, account, shown)]
        parts += days.and_more(page, len(account.rows) - len(shown))
        room -= len(shown)
    return Group(*parts)


def _account(page: Page, account: AccountSheet, rows: Sequence[Row]) -> list[RenderableType]:
    heading = plain(page.account_heading(account), "bold underline", LONGEST_TITLE)
    parts: list[RenderableType] = [heading, _pairs(page.about_account(account))]
    if rows:
        wide = days.width_of(page) >= WIDE
        parts.append(_table(page, rows) if wide else _cards(page, rows))
    return parts


def _pairs(pairs: Iterable[tuple[str, str]]) -> Padding:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for name, value in pairs:
        grid.add_row(plain(name, "dim"), plain(value, most=LONGEST_REMARK))
    return Padding(grid, (0, 0, 0, 2))


def _table(page: Page, rows: Sequence[Row]) -> Table:
    table = Table(box=box.HORIZONTALS, border_style="dim", expand=True)
    for key in ("date", "sheet-type", "title", "people", "status"):
        table.add_column(plain(page.word(key), "bold"), ratio=1 if key == "title" else None)
    for column, width in ((0, 16), (1, 14), (3, 14)):
        table.columns[column].max_width = width
    for row, following in zip_longest(rows, rows[1:]):
        both_open = row.status == OPEN and following is not None and following.status == OPEN
        table.add_row(
            plain(_when(page, row)),
            _lines(plain(row.type), plain(page.format_name(row.format), "dim")),
            _what(page, row),
            _lines(names(page, _authors(row), ""), plain(row.checker, "dim")),
            _status(page, row),
            end_section=not both_open,
        )
    return table


def _what(page: Page, row: Row) -> Group:
    """Put the subject, the beginning of the words and what else is known below each other."""
    parts: list[Text] = [plain(row.title, "bold", LONGEST_TITLE)] if row.title else []
    if row.content:
        parts.append(plain(_beginning(row)))
    notes = [(name, value) for name, value in _rest(page, row) if value]
    colon = page.word("colon")
    parts += [plain(f"{name}{colon}{value}", "dim", LONGEST_REMARK) for name, value in notes]
    return Group(*parts)


def _rest(page: Page, row: Row) -> list[tuple[str, str]]:
    return [
        (page.word("sheet-audience"), " · ".join(row.audience)),
        (page.word("sheet-goal"), shortened(row.goal, LONGEST_TITLE)),
        (page.word("sheet-images"), _images(page, row)),
        (page.word("sheet-link"), row.link),
        (page.word("sheet-remarks"), row.remarks),
    ]


def _cards(page: Page, rows: Iterable[Row]) -> Group:
    parts: list[RenderableType] = []
    for row in rows:
        head = plain(_when(page, row), "bold")
        head.append("  " if head.plain else "").append_text(_status(page, row))
        pairs = [
            ("format", page.format_name(row.format)),
            ("sheet-type", row.type),
            ("title", shortened(row.title, LONGEST_TITLE)),
            ("sheet-content", _beginning(row)),
            ("sheet-author", page.word("comma").join(_authors(row))),
            ("sheet-checker", row.checker),
        ]
        named = [(page.word(key), value) for key, value in pairs] + _rest(page, row)
        parts += [Text(), head, _pairs((name, value) for name, value in named if value)]
    return Group(*parts)


def _when(page: Page, row: Row) -> str:
    if row.at is None:
        return page.word("misdated") if row.is_misdated else ""
    return f"{page.dates.brief(row.at.date())} {page.dates.time(row.at)}"


def _status(page: Page, row: Row) -> Prose:
    status = plain(
        f"{page.mark(row.status)} {page.word(f'status-{row.status}')}", STYLES[row.status]
    )
    if row.off_cadence:
        status.append(page.in_brackets(page.word("off-cadence")), "yellow")
    return status


def _beginning(row: Row) -> str:
    """Give the first words of a post on one line."""
    return shortened(on_one_line("\n".join(row.content)), LONGEST_CONTENT)


def _images(page: Page, row: Row) -> str:
    return page.word("comma").join(page.word(f"asset-{source}") for source in row.images)


def _authors(row: Row) -> list[str]:
    """Name who writes and, if it is somebody else, who publishes."""
    return list(dict.fromkeys(filter(None, (row.author, row.publisher))))


def _lines(*lines: Prose) -> Group:
    return Group(*(line for line in lines if line.plain))
