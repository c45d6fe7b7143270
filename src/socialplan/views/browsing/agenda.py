"""The agenda, day after day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views import agenda as views
from socialplan.views.browsing.browsed import Browsed, common

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.agenda import AgendaView


@dataclass(frozen=True)
class BrowsedAgenda(Browsed):
    """The view, and what a page needs beside it."""

    shown: AgendaView


def agenda(asked: Asked) -> BrowsedAgenda:
    """Make the view and what belongs to its page."""
    return BrowsedAgenda(**common(asked, undated=True), shown=views.agenda(asked))
