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
    from collections.abc import Iterator

    from socialplan.finding import PlanPath

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


def find(data: Any, spots: Spot, path: PlanPath, *, on_key: bool) -> Span:
    """The span of the value at `path`, or of its nearest ancestor that exists."""
    spot, place = spots, own(spots)
    for depth, step in enumerate(path):
        found = _child(data, spot, step)
        if found is None:
            break
        data, key, spot = found
        last = depth == len(path) - 1
        place = key if on_key and last and key is not None else own(spot)
    return unpack(place)


def _child(data: Any, spot: Spot, step: str | int) -> tuple[Any, int | None, Spot] | None:
    if isinstance(spot, int):
        return None
    if isinstance(data, dict) and step in data:
        at = 1 + 2 * list(data).index(step)
        return data[step], spot[at], spot[at + 1]
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step], None, spot[step + 1]
    return None


def path_at(data: Any, spots: Spot, offset: int) -> PlanPath:
    """The path of the innermost value (or key) that stands at `offset`."""
    path: list[str | int] = []
    step: str | int | None = -1
    while step is not None:
        step = None
        for step, spot, places in _candidates(data, spots, offset):
            # A section's own place covers its first file only, its items may come from others.
            if any(_covers(place, offset) for place in places) or (
                not path and isinstance(data[step], list) and _item_at(spot, offset)
            ):
                path.append(step)
                data, spots = data[step], spot
                break
        else:
            step = None
    return tuple(path)


def _item_at(spots: Spot, offset: int) -> int:
    """The index in `spots` of the list item at `offset`, or 0."""
    if isinstance(spots, int):
        return 0
    at = bisect_right(spots, offset, lo=1, key=_start) - 1
    return at if at and _covers(own(spots[at]), offset) else 0


def _candidates(
    data: Any, spots: Spot, offset: int
) -> Iterator[tuple[str | int, Spot, tuple[int, ...]]]:
    if isinstance(data, dict) and not isinstance(spots, int):
        for at, key in enumerate(data):
            spot = spots[2 * at + 2]
            yield key, spot, (spots[2 * at + 1], own(spot))
    elif isinstance(data, list) and not isinstance(spots, int):
        at = _item_at(spots, offset)
        if at:
            yield at - 1, spots[at], (own(spots[at]),)


def _start(spot: Spot) -> int:
    return own(spot) >> 32


def _covers(packed: int, offset: int) -> bool:
    return packed >> 32 <= offset <= packed & END
