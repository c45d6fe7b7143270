"""Entries of large mappings, looked up where the few of a small one are searched."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from socialplan.source.spots import END, own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from socialplan.source.spots import Spot

FEW = 64
"""Keys up to which a search is as quick."""


class Order(NamedTuple):
    """The entries of one mapping by key and by place."""

    keys: Sequence[str]
    at: Mapping[str, int]
    """The number of each entry."""
    places: Sequence[tuple[int, int, int]]
    """Start, end and number of each key and value, in the order of the text."""

    def number_at(self, offset: int) -> int | None:
        """The entry whose key or value stands at an offset."""
        found = bisect_right(self.places, offset, key=itemgetter(0)) - 1
        if found < 0 or self.places[found][1] < offset:
            return None
        return self.places[found][2]


class Orders:
    """The orders of one plan's mappings, which are not to be changed."""

    def __init__(self) -> None:
        self._known: dict[int, Order] = {}

    def of(self, data: dict[str, object], spots: list[Spot]) -> Order | None:
        """The order of a mapping with many keys."""
        if len(data) <= FEW:
            return None
        order = self._known.get(id(data))
        if order is None:
            order = self._known[id(data)] = _ordered(data, spots)
        return order


def _ordered(data: dict[str, object], spots: list[Spot]) -> Order:
    keys = list(data)
    packed = ((own(spots[i]), (i - 1) // 2) for i in range(1, 2 * len(keys) + 1))
    places = sorted((place >> 32, place & END, number) for place, number in packed)
    return Order(keys, {key: number for number, key in enumerate(keys)}, places)
