"""The plan table, row by row, with what each row can be filtered by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views import sheet as views
from socialplan.views.browsing.facets import Tagging
from socialplan.views.item import item_of

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.browsing.facets import Facet
    from socialplan.views.sheet import SheetView


@dataclass(frozen=True)
class BrowsedSheet:
    """The view, and what a page needs beside it."""

    title: str
    shown: SheetView
    facets: tuple[Facet, ...]
    tags: tuple[tuple[str, ...], ...]
    """Of each account, the tags of its rows."""


def sheet(asked: Asked) -> BrowsedSheet:
    """Make the view and what belongs to its page."""
    tagging = Tagging(asked)
    entries = views.entries_by_account(asked)
    tags = tuple(
        tuple(tagging.tags(entry, item_of(asked.plan, entry, asked.language)) for entry in some)
        for some in entries.values()
    )
    return BrowsedSheet(asked.plan.title, views.sheet(asked), tagging.facets(), tags)
