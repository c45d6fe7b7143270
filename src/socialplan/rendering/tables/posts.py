"""The columns of posts, as plan tables have them; week, month, agenda and sheet share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Choice, Column
from socialplan.views.filtering import STATUSES

if TYPE_CHECKING:
    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Tone
    from socialplan.views.sheet import Row

BUBBLE = "\n———\n"
"""Between bubbles of a message, and between parts of a thread."""

_TONES: tuple[Tone, ...] = STATUSES  # type: ignore[assignment]


_MORE = {
    "tables.call-to-action": 22,
    "tables.hashtags": 20,
    "campaign": 16,
    "tables.designer": 12,
    "tables.slot": 14,
    "tables.id": 18,
}


def status_column(page: Page) -> Column:
    """Give the column of statuses, to be chosen from in the page's language."""
    choices = tuple(Choice(page.word(f"status-{tone}"), tone) for tone in _TONES)
    return Column(page.word("status"), "choice", 11, choices)


def moment_columns(page: Page) -> tuple[Column, ...]:
    """Give the columns of date and time."""
    return Column(page.word("date"), "date", 15), Column(page.word("time"), "time", 7)


def post_columns(page: Page) -> tuple[Column, ...]:
    """Give the columns that follow: those of a plan table on paper, then what helps on a screen."""
    word = page.word
    return (
        status_column(page),
        Column(word("title"), width=24),
        Column(word("format"), width=9),
        Column(word("sheet-type"), width=12),
        Column(word("sheet-content"), width=50),
        Column(word("sheet-link"), "link", 26),
        Column(word("sheet-images"), width=12),
        Column(word("sheet-goal"), width=13),
        Column(word("sheet-audience"), width=15),
        Column(word("sheet-author"), width=10),
        Column(word("sheet-checker"), width=10),
        Column(word("sheet-remarks"), width=20),
        *(
            Column(word(key), width=width, is_optional=True, is_on_paper=False)
            for key, width in _MORE.items()
        ),
    )


def moment_cells(row: Row) -> tuple[Cell, ...]:
    """Give date and time of a row, as far as it has them."""
    return (row.at.date(), row.at.time()) if row.at else (None, None)


def post_cells(page: Page, row: Row) -> tuple[Cell, ...]:
    """Fill the columns of `post_columns`."""
    comma = page.word("comma")
    return (
        page.word(f"status-{row.status}"),
        row.title,
        page.format_name(row.format),
        row.type,
        BUBBLE.join(row.content),
        row.link,
        comma.join(page.word(f"asset-{source}") for source in row.images),
        row.goal,
        " · ".join(row.audience),
        comma.join(dict.fromkeys(filter(None, (row.author, row.publisher)))),
        row.checker,
        row.remarks,
        row.call_to_action,
        " ".join(row.hashtags),
        row.campaign,
        row.designer,
        page.word("off-cadence") if row.off_cadence else "",
        row.id or "",
    )
