"""The board as rows: how far each post is, in the order in which work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.posts import status_column
from socialplan.rendering.tables.table import Column, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table
    from socialplan.views.board import BoardView


def tables(page: Page) -> Iterator[Table]:
    """Lay out the cards, column after column; in each what has no date comes last."""
    view: BoardView = page.view
    word, comma = page.word, page.word("comma")
    cards = [card for one in view.columns for card in (*one.cards, *one.undated)]
    yield table_of(
        word("html.view-board"),
        cards,
        (
            (status_column(page), lambda one: word(f"status-{one.item.status}")),
            (Column(word("title"), width=40), lambda one: one.item.title),
            (Column(word("date"), "date", 15), lambda one: one.item.at and one.item.at.date()),
            (Column(word("time"), "time", 7), lambda one: one.item.at and one.item.at.time()),
            (
                Column(word("tables.late"), width=8),
                lambda one: word("tables.late") if one.is_late else "",
            ),
            (Column(word("account"), width=24), lambda one: one.item.account_name),
            (Column(word("format"), width=12), lambda one: page.format_name(one.item.format)),
            (Column(word("sheet-type"), width=16), lambda one: one.item.pillar or ""),
            (Column(word("sheet-audience"), width=20), lambda one: one.item.persona or ""),
            (
                Column(word("campaign"), width=18, is_optional=True),
                lambda one: one.item.campaign or "",
            ),
            (Column(word("people"), width=20), lambda one: comma.join(one.item.people)),
            (
                Column(word("tables.id"), width=18, is_optional=True, is_on_paper=False),
                lambda one: one.item.id or "",
            ),
        ),
        frozen=2,
        parted_by=0,
    )
