"""What stands on a page, before it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.slots import Entry

if TYPE_CHECKING:
    from socialplan.views import Asked


def entries_of(asked: Asked, *, undated: bool = False) -> list[Entry]:
    """List the entries of the window that pass the filter, and those without a date if wanted."""
    entries = asked.calendar.between(*asked.window)
    if undated:
        entries += [
            Entry(None, one.account_id or "", None, one)
            for one in publications(asked.plan)
            if one.at is None
        ]
    return asked.filter.keep(asked.plan, entries)
