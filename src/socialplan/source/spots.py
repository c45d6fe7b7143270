"""Where every key and value stands: a tree of packed integers beside the tree of values.

A scalar's spot is one integer, `start << 32 | end`. A container's spot is a list whose first
element is its own place; then come the spots of a list's items, or a key and a value for each entry
of a mapping, in the mapping's order.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from socialplan.finding import Span

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.source.orders import Orders

Spot = int | list[Any]
END = (1 << 32) - 1


def own(spot: Spot) -> int:
    """The packed place of a value, be it a scalar or a container."""
    return spot if isinstance(spot, int) else int(spot[0])


def unpack(packed: int) -> Span:
    """The span in one integer."""
    return Span(packed >> 32, packed & END)


def pack(start: int, end: int) -> int:
    """Start and end in one integer, which takes half the memory of a pair."""
    return start << 32 | end


def find(
    data: Any, spots: Spot, path: PlanPath, *, on_key: bool, orders: Orders | None = None
) -> Span:
    """The span of the value at `path`, or of its nearest ancestor that exists."""
    spot, place = spots, own(spots)
    for depth, step in enumerate(path):
        found = _child(data, spot, step, orders)
        if found is None:
            break
        data, key, spot = found
        last = depth == len(path) - 1
        place = key if on_key and last and key is not None else own(spot)
    return unpack(place)


def _child(
    data: Any, spot: Spot, step: str | int, orders: Orders | None
) -> tuple[Any, int | None, Spot] | None:
    if isinstance(spot, int):
        return None
    if isinstance(data, dict) and isinstance(step, str) and step in data:
        order = orders.of(data, spot) if orders is not None else None
        at = 1 + 2 * (list(data).index(step) if order is None else order.at[step])
        return data[step], spot[at], spot[at + 1]
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step], None, spot[step + 1]
    return None


def path_at(data: Any, spots: Spot, offset: int, orders: Orders | None = None) -> PlanPath:
    """The path of the innermost value (or key) that stands at `offset`."""
    path: list[str | int] = []
    while isinstance(spots, list):
        found = _part_at(data, spots, offset, orders)
        if found is None and not path:
            found = _section_at(data, spots, offset)
        if found is None:
            break
        step, spots = found
        path.append(step)
        data = data[step]
    return tuple(path)


def _part_at(
    data: Any, spots: list[Any], offset: int, orders: Orders | None
) -> tuple[str | int, Spot] | None:
    """The key or index of what stands at `offset` in a container, and its spots."""
    if isinstance(data, list):
        at = _item_at(spots, offset)
        return (at - 1, spots[at]) if at else None
    if not isinstance(data, dict):
        return None
    order = orders.of(data, spots) if orders is not None else None
    if order is not None:
        number = order.number_at(offset)
        return None if number is None else (order.keys[number], spots[2 * number + 2])
    for number, key in enumerate(data):
        spot = spots[2 * number + 2]
        if _covers(spots[2 * number + 1], offset) or _covers(own(spot), offset):
            return key, spot
    return None


def _section_at(data: Any, spots: list[Any], offset: int) -> tuple[str, Spot] | None:
    """A section's own place covers its first file only, its items may come from others."""
    for number, key in enumerate(data if isinstance(data, dict) else ()):
        spot = spots[2 * number + 2]
        if isinstance(data[key], list) and _item_at(spot, offset):
            return key, spot
    return None


def _item_at(spots: Spot, offset: int) -> int:
    """The index in `spots` of the list item at `offset`, or 0."""
    if isinstance(spots, int):
        return 0
    at = bisect_right(spots, offset, lo=1, key=_start) - 1
    return at if at and _covers(own(spots[at]), offset) else 0


def _start(spot: Spot) -> int:
    return own(spot) >> 32


def _covers(packed: int, offset: int) -> bool:
    return packed >> 32 <= offset <= packed & END
