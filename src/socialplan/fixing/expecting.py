"""What a plan's data must be after its changes, and whether what was read is just that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.finding import PlanPath, PutEntry, RenameKey, ReplaceText, SetValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Change


class ImpossibleError(Exception):
    """A change does not go with what is there, or with another change."""


class Expected(NamedTuple):
    """The data with changes made, and the paths of those that contradict each other."""

    data: Any
    at_odds: list[PlanPath]


def expected(data: Any, changes: Iterable[Change]) -> Expected:
    """Give the data with the changes made; `data` itself stays as it is."""
    at_odds = []
    for path, change in _in_order(list(dict.fromkeys(changes))):
        try:
            data = _at(data, path, change)
        except ImpossibleError:
            at_odds.append(path)
    return Expected(data, at_odds)


def _in_order(told: list[Change]) -> Iterator[tuple[PlanPath, Callable[[Any], Any]]]:
    # The paths are those of the old data: texts from their end, then keys from the innermost.
    texts = sorted((one for one in told if isinstance(one, ReplaceText)), key=lambda one: one[:3])
    for text in reversed(texts):
        yield text.path, partial(_replaced, text)
    values: dict[PlanPath, object] = {}
    for value in (one for one in told if isinstance(one, SetValue)):
        first = values.setdefault(value.path, value.value)
        yield value.path, partial(_set, value) if same(first, value.value) else _contradicted
    for entry in (one for one in told if isinstance(one, PutEntry)):
        yield entry.path[:-1], partial(_put, entry)
    keys = sorted((one for one in told if isinstance(one, RenameKey)), key=lambda one: -len(one[0]))
    for key in keys:
        yield key.path[:-1], partial(_renamed, key)


def same(one: Any, other: Any) -> bool:
    """Compare plain data; 1, 1.0 and True are three things, and NaN is itself."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other or (one != one and other != other))


def _at(data: Any, path: PlanPath, change: Callable[[Any], Any]) -> Any:
    """Copy the containers along a path, with what is at its end changed."""
    if not path:
        return change(data)
    try:
        copy = data.copy()
        copy[path[0]] = _at(data[path[0]], path[1:], change)
    except (AttributeError, LookupError, TypeError):
        raise ImpossibleError from None
    return copy


def _contradicted(_: Any) -> Any:
    raise ImpossibleError


def _set(change: SetValue, _: Any) -> Any:
    return list(change.value) if isinstance(change.value, tuple) else change.value


def _replaced(change: ReplaceText, old: Any) -> str:
    if not isinstance(old, str):
        raise ImpossibleError
    return old[: change.start] + change.text + old[change.end :]


def _put(change: PutEntry, old: Any) -> dict[str, Any]:
    if not isinstance(old, dict):
        raise ImpossibleError
    key, value = change.path[-1], change.value
    if isinstance(value, tuple):
        there = old.get(key)
        return {**old, key: {**(there if isinstance(there, dict) else {}), **dict(value)}}
    return {**old, key: value}


def _renamed(change: RenameKey, old: Any) -> dict[str, Any]:
    if not isinstance(old, dict) or change.path[-1] not in old or change.key in old:
        raise ImpossibleError
    return {change.key if key == change.path[-1] else key: value for key, value in old.items()}
