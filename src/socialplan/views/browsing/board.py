"""The board, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views import board as views
from socialplan.views.browsing.browsed import Browsed, common

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.board import BoardView


@dataclass(frozen=True)
class BrowsedBoard(Browsed):
    """The view, and what a page needs beside it."""

    shown: BoardView


def board(asked: Asked) -> BrowsedBoard:
    """Make the view and what belongs to its page."""
    return BrowsedBoard(**common(asked, undated=True, rituals=False), shown=views.board(asked))
