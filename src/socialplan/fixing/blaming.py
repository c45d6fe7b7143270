"""Where a plan read again is not as expected: the parts of it whose fixes are at fault."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from socialplan.finding import Rewrite
from socialplan.fixing.expecting import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.finding import Change, PlanPath
    from socialplan.source import Source

_DEPTH = 2
"""Steps that lead to one post, one goal, one account."""


def part_of(source: Source, change: Change) -> PlanPath:
    """Say which part of the plan a change is made in."""
    if isinstance(change, Rewrite):
        return source.path_at(change.span.start)[:_DEPTH]
    return change.path[:_DEPTH]


def parts_apart(one: Any, other: Any, path: PlanPath = ()) -> Iterator[PlanPath]:
    """Find the parts in which two plans' data differ."""
    if same(one, other):
        return
    if len(path) < _DEPTH and isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            yield from parts_apart(one.get(key), other.get(key), (*path, key))
    elif len(path) < _DEPTH and isinstance(one, list) and isinstance(other, list):
        for i in range(max(len(one), len(other))):
            yield from parts_apart(one[i : i + 1], other[i : i + 1], (*path, i))
    else:
        yield path


def parts_with_more_mistakes(old: Source, new: Source) -> Iterator[PlanPath]:
    """Find the parts in which something could be read before and cannot now."""
    return _more(_mistakes(old), _mistakes(new))


def _mistakes(source: Source) -> Iterator[tuple[PlanPath, str]]:
    for mistake in source.mistakes:
        said = mistake.problem
        path = said.path if said.span is None else source.path_at(said.span.start)
        yield path[:_DEPTH], mistake.rule


def _more(
    old: Iterable[tuple[PlanPath, str]], new: Iterable[tuple[PlanPath, str]]
) -> Iterator[PlanPath]:
    return (part for part, _ in Counter(new) - Counter(old))


def parts_with_other_comments(
    old: Source, expected: Iterable[tuple[int, str]], new: Source
) -> Iterator[PlanPath]:
    """Find the parts whose comments are not those expected, given with the places they had."""
    before = Counter((old.path_at(start)[:_DEPTH], text) for start, text in expected)
    after = Counter((new.path_at(one.span.start)[:_DEPTH], one.text) for one in new.comments())
    return (part for part, _ in (before - after) + (after - before))
