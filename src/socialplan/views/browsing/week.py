"""A week, or several: days in rows, accounts in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views import week as views
from socialplan.views.browsing.browsed import MOST_EMPTY, Browsed, common
from socialplan.views.browsing.tables import Table, tables_of

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.week import WeekView


@dataclass(frozen=True)
class BrowsedWeek(Browsed):
    """The view, and what a page needs beside it."""

    shown: WeekView
    tables: tuple[Table, ...]
    left_out: int
    """Weeks without anything that a page of very many does not show."""


def week(asked: Asked) -> BrowsedWeek:
    """Make the view and what belongs to its page."""
    shown = views.week(asked)
    tables = tables_of(asked, shown)
    kept = tuple(one for one in tables if len(tables) <= MOST_EMPTY or one.holds_something)
    return BrowsedWeek(**common(asked), shown=shown, tables=kept, left_out=len(tables) - len(kept))
