"""Months as a calendar on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views import month as views
from socialplan.views.browsing.browsed import MOST_EMPTY, Browsed, common

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.month import Month, MonthView


@dataclass(frozen=True)
class BrowsedMonth(Browsed):
    """The view, and what a page needs beside it."""

    shown: MonthView
    months: tuple[Month, ...]
    left_out: int
    """Months without anything that a page of very many does not show."""


def month(asked: Asked) -> BrowsedMonth:
    """Make the view and what belongs to its page."""
    shown = views.month(asked)
    months = shown.months
    kept = tuple(one for one in months if len(months) <= MOST_EMPTY or one.counts)
    return BrowsedMonth(**common(asked), shown=shown, months=kept, left_out=len(months) - len(kept))
