"""Paths with wildcards into a plan: `posts[*].title`, `accounts[*].cadence[0].at`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from socialplan.finding import PlanPath

Name = str | int | None
"""A key, an index, or None for all of them."""
_NAME = re.compile(r"(?:^|\.)(?P<key>[\w-]+|\*)|\[(?P<index>[0-9]{1,9}|\*)\]")


class Step(NamedTuple):
    """A step of a path, and how what stands before it is read where it is written shorter."""

    name: Name
    whole: Callable[[Any], Any] = lambda written: written


def names_of(text: str) -> tuple[Name, ...] | None:
    """Read a path; None where it is not one."""
    found: list[Name] = []
    end = 0
    for match in _NAME.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        index = match["index"]
        name = match["key"] if index is None else index
        found.append(None if name == "*" else int(name) if index is not None else name)
    return tuple(found) if found and end == len(text) else None


def written(names: tuple[Name, ...]) -> str:
    """Write a path as people do."""
    parts = (f".{name}" if isinstance(name, str) else f"[{_star(name)}]" for name in names)
    return "".join(parts).removeprefix(".")


def _star(name: int | None) -> str:
    return "*" if name is None else str(name)


def values_at(
    data: Any, steps: tuple[Step, ...], path: PlanPath = ()
) -> Iterator[tuple[PlanPath, Any, bool]]:
    """Walk to every place that a path means: its path, its value, and whether it is there.

    Only the last step may be missing: a key that is not written.
    """
    if not steps:
        yield path, data, True
        return
    (name, whole), rest = steps[0], steps[1:]
    read = whole(data)
    if name is None:
        for key, value in _children(read):
            below = (*path, key) if read is data else path  # a lone item has no index
            yield from values_at(value, rest, below)
    elif isinstance(name, int):
        if isinstance(read, list) and name < len(read):
            yield from values_at(read[name], rest, (*path, name) if read is data else path)
    elif isinstance(read, dict):
        if name in read:
            yield from values_at(read[name], rest, (*path, name))
        elif not rest:
            yield path, None, False


def _children(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)
