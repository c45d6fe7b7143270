"""What a reader remembers: containers that wait, anchors, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from socialplan.source.spots import Spot


class Anchored(NamedTuple):
    """What an alias repeats: the value, its spots, and how much it adds."""

    value: Any
    spot: Spot
    size: int = 1
    height: int = 0


class Frame(NamedTuple):
    """What waits while a container inside it is read."""

    box: Any
    spots: list[Any]
    keyed: bool
    size: int
    height: int
    flow: bool
    anchor: str | None
    as_key: bool


class Names(dict[str, str]):
    """Keys met so far, so that equal keys share one string."""

    def __missing__(self, name: str) -> str:
        self[name] = name
        return name


class EnoughError(Exception):
    """The rest is not read: what has been read is kept."""
