"""What every calendar page has beside the view itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socialplan.plan.times import WEEKDAYS
from socialplan.views.browsing.entries import entries_of
from socialplan.views.browsing.opened import Opened, open_all
from socialplan.views.rituals import rituals_between
from socialplan.views.window import Window

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from socialplan.views import Asked
    from socialplan.views.browsing.facets import Facet
    from socialplan.views.item import Item

MOST_EMPTY = 24
"""Months or weeks up to which a page also shows those in which nothing stands."""


@dataclass(frozen=True)
class Browsed:
    """What can be opened, filtered and marked on a page."""

    title: str
    first: date
    last: date
    opened: Mapping[Item, Opened]
    """Of each post and open slot, what is seen when it is opened."""
    facets: tuple[Facet, ...]
    accounts: Mapping[str, str]
    """Tags of the accounts by their names, for rituals, which know no more."""
    batch_weekday: int | None
    """The day on which the next week is scheduled, 0 for Monday."""
    batch_at: time | None
    quiet: Mapping[date, str]
    """Days on which nothing is published, and why."""


def common(asked: Asked, *, undated: bool = False, rituals: bool = True) -> dict[str, Any]:
    """Gather what `Browsed` holds; of posts without a date only if the page shows them."""
    held = rituals_between(asked) if rituals else ()
    opened, facets, accounts = open_all(asked, entries_of(asked, undated=undated), held)
    workflow = asked.plan.workflow
    batch = workflow.batch if workflow else None
    return {
        "title": asked.plan.title,
        "first": asked.window.first,
        "last": asked.window.last,
        "opened": opened,
        "facets": facets,
        "accounts": accounts,
        "batch_weekday": WEEKDAYS.index(batch.day) if batch and batch.day else None,
        "batch_at": batch.at if batch else None,
        "quiet": _quiet_days(asked),
    }


def _quiet_days(asked: Asked) -> dict[date, str]:
    """Name the days of the window on which nothing is published."""
    found: dict[date, str] = {}
    workflow = asked.plan.workflow
    for one in workflow.blackouts if workflow else ():
        first, last = (
            max(one.from_, asked.window.first),
            min(one.to or one.from_, asked.window.last),
        )
        if first <= last:
            found.update(dict.fromkeys(Window(first, last).days(), one.why or ""))
    return found
