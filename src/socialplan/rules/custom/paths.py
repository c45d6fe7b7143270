"""Paths with wildcards into a plan: `posts[*].title`, `accounts[*].cadence[0].at`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath

Step = str | int | None
"""A key, an index, or None for all of them."""
_STEP = re.compile(r"(?:^|\.)(?P<key>[\w-]+|\*)|\[(?P<index>\d+|\*)\]")


def steps_of(text: str) -> tuple[Step, ...] | None:
    """Read a path; None where it is not one."""
    found: list[Step] = []
    end = 0
    for match in _STEP.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        index = match["index"]
        name = match["key"] if index is None else index
        found.append(None if name == "*" else int(name) if index is not None else name)
    return tuple(found) if found and end == len(text) else None


def values_at(
    data: Any, steps: tuple[Step, ...], path: PlanPath = ()
) -> Iterator[tuple[PlanPath, Any, bool]]:
    """Walk to every place that a path means: its path, its value, and whether it is there.

    Only the last step may be missing: a key that is not written.
    """
    if not steps:
        yield path, data, True
        return
    step, rest = steps[0], steps[1:]
    if step is None:
        for key, value in _children(data):
            yield from values_at(value, rest, (*path, key))
    elif isinstance(step, int):
        if isinstance(data, list) and step < len(data):
            yield from values_at(data[step], rest, (*path, step))
    elif isinstance(data, dict):
        if step in data:
            yield from values_at(data[step], rest, (*path, step))
        elif not rest:
            yield path, None, False


def _children(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)
