"""The board: how far each post is, in the order in which work is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.slots import Entry
from socialplan.views.clocks import Clock, clocks_of
from socialplan.views.days import ORDER, Nothing, why_nothing
from socialplan.views.filtering import OPEN
from socialplan.views.item import Item, item_of

if TYPE_CHECKING:
    from datetime import date

    from socialplan.views import Asked

COLUMNS = (
    OPEN,
    "idea",
    "draft",
    "in_review",
    "approved",
    "scheduled",
    "published",
    "on_hold",
    "cancelled",
)
"""From a promise that nobody keeps yet to what readers see; beside them what was stopped."""
STOPPED = ("on_hold", "cancelled")
"""Columns that are shown only where something stands in them."""
_WAITING = ("idea", "draft", "in_review", "approved", "scheduled")


@dataclass(frozen=True)
class Card:
    """A post or an open slot on the board."""

    item: Item
    is_late: bool
    """Its day has gone, and nothing says that it is out."""


@dataclass(frozen=True)
class Column:
    """What is equally far: by date, and at the end what has none."""

    status: str
    """A status of the plan, or `open`."""
    cards: tuple[Card, ...]
    undated: tuple[Card, ...]
    passed: int
    """Open slots whose day has gone; nobody can fill them any more."""

    @property
    def count(self) -> int:
        return len(self.cards) + len(self.undated)


@dataclass(frozen=True)
class BoardView:
    """Columns from left to right."""

    title: str
    first: date
    last: date
    columns: tuple[Column, ...]
    counts: dict[str, int]
    """Posts by status, open slots under `open`; only what there is."""
    late: int
    """Cards whose day has gone."""
    nothing: Nothing | None
    """Why no column holds anything; None if one does."""
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def board(asked: Asked) -> BoardView:
    """Sort what the window holds, and all that has no date, by status."""
    found = _cards(asked)
    wanted = asked.filter.status or COLUMNS
    columns = tuple(
        _column(status, found.get(status, []), asked.today)
        for status in COLUMNS
        if status in wanted and (found.get(status) or status not in STOPPED)
    )
    is_empty = not any(column.count or column.passed for column in columns)
    counted = {column.status: column.count for column in columns}
    return BoardView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        columns=columns,
        counts={status: counted[status] for status in ORDER if counted.get(status)},
        late=sum(card.is_late for column in columns for card in column.cards),
        nothing=why_nothing(asked) if is_empty else None,
        clocks=clocks_of(asked),
    )


def _cards(asked: Asked) -> dict[str, list[Card]]:
    """Gather dated entries in order of time, then those without a date."""
    dated = asked.calendar.between(*asked.window)
    undated = [
        Entry(None, one.account_id or "", None, one)
        for one in publications(asked.plan)
        if one.at is None
    ]
    found: dict[str, list[Card]] = {}
    for entry in asked.filter.keep(asked.plan, [*dated, *undated]):
        card = _card(asked, entry)
        found.setdefault(card.item.status, []).append(card)
    return found


def _card(asked: Asked, entry: Entry) -> Card:
    item = item_of(asked.plan, entry, asked.language)
    has_passed = item.at is not None and item.at.date() < asked.today
    return Card(item, has_passed and item.status in _WAITING)


def _column(status: str, cards: list[Card], today: date) -> Column:
    dated = [card for card in cards if card.item.at is not None]
    shown = dated
    if status == OPEN:
        shown = [card for card in dated if card.item.at and card.item.at.date() >= today]
    return Column(
        status=status,
        cards=tuple(shown),
        undated=tuple(card for card in cards if card.item.at is None),
        passed=len(dated) - len(shown),
    )
