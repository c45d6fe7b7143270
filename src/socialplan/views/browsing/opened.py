"""What is seen of a post when somebody opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.browsing.facets import Facet, Tagging, tone_of
from socialplan.views.item import item_of
from socialplan.views.sheet import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.slots import Entry
    from socialplan.views import Asked
    from socialplan.views.item import Item


@dataclass(frozen=True)
class Opened:
    """A post or an open slot of a page."""

    tags: str
    """What it can be filtered by, e.g. `a0 s4 p1 p2`."""
    tone: int
    """The number of its account's colour, from 1; 0 where the plan does not have the account."""
    row: Row | None
    """What the plan says of it; None for an open slot."""


def open_all(
    asked: Asked, entries: Iterable[Entry]
) -> tuple[dict[Item, Opened], tuple[Facet, ...], dict[str, str]]:
    """Open every entry; with what they can be filtered by, and the tags of account names."""
    tagging = Tagging(asked)
    opened: dict[Item, Opened] = {}
    for entry in entries:
        item = item_of(asked.plan, entry, asked.language)
        row = row_of(asked, entry) if entry.publication is not None else None
        opened[item] = Opened(tagging.tags(entry, item), tone_of(asked.plan, item.account), row)
    return opened, tagging.facets(), tagging.accounts()
