"""A path held to the plan language: whether a plan can have what it names, in which short forms."""

from __future__ import annotations

from contextlib import suppress
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from socialplan.rules.custom.complaints import WrongRuleError
from socialplan.rules.custom.paths import Step, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from socialplan.rules.custom.paths import Name

Kind = tuple[Any, tuple[Any, ...]]
"""What may stand at a place: a type, and what its annotation adds."""


def steps_to(names: tuple[Name, ...]) -> tuple[Step, ...]:
    """Give the steps of a path; WrongRuleError where it leads to what no plan can have."""
    from socialplan.plan import Plan

    kinds: list[Kind] = [(Plan, ())]
    steps: list[Step] = []
    for depth, name in enumerate(names):
        if any(kind is Any for kind, _ in kinds):
            return (*steps, *map(Step, names[depth:]))
        below = list(_below(kinds, name))
        if not below:
            raise _misstep(names[:depth], name, kinds)
        steps.append(Step(name, _whole(kinds, name)))
        kinds = below
    return tuple(steps)


def _kinds(annotation: Any, more: Iterable[Any] = ()) -> Iterator[Kind]:
    """Take an annotation apart into what may stand there."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _kinds(arguments[0], (*more, *arguments[1:]))
    elif origin in (Union, UnionType):
        for one in arguments:
            yield from _kinds(one, more)
    elif annotation is not type(None):
        yield annotation, tuple(more)


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _below(kinds: Iterable[Kind], name: Name) -> Iterator[Kind]:
    """Say what may stand one step further."""
    for kind, _ in kinds:
        origin, arguments = _origin(kind), get_args(kind)
        if origin is tuple and not isinstance(name, str):
            yield from _kinds(arguments[0])
        elif origin is dict and not isinstance(name, int):
            yield from _kinds(arguments[1])
        elif isinstance(name, str) and name in (fields := _fields(kind)):
            yield from _kinds(fields[name].annotation, fields[name].metadata)


def _fields(kind: Any) -> Mapping[str, Any]:
    """List the keys of a part of a plan."""
    model = getattr(kind, "model_fields", {})
    return {field.alias or name: field for name, field in model.items()}


def _whole(kinds: Iterable[Kind], name: Name) -> Any:
    """Read a lone item as a list of one, and a lone text as the part that it stands for."""
    if not isinstance(name, str):
        mapping = any(_origin(kind) is dict for kind, _ in kinds)
        return lambda data: data if mapping or isinstance(data, list) else _listed(data)
    expansions = [one.expand for _, added in kinds for one in added if hasattr(one, "expand")]

    def whole(data: Any) -> Any:
        for expand in expansions:
            if isinstance(data, str | int | float):
                with suppress(ValueError):  # what is no short form either is another rule's matter
                    data = expand(data)
        return data

    return whole


def _listed(data: Any) -> list[Any]:
    return [] if data is None else [data]


def _misstep(before: tuple[Name, ...], name: Name, kinds: list[Kind]) -> WrongRuleError:
    """Say why a path cannot go on there, and how it could."""
    if not (before or isinstance(name, str)):
        return WrongRuleError("given", "given")  # what begins so is no path at all
    from socialplan.loading.explaining import nearest

    items = list(_below(kinds, None))
    known = sorted({key for kind, _ in items or kinds for key in _fields(kind)})
    if not isinstance(name, str) or not (items or known):
        message = "given-no-list" if known else "given-no-parts"
        return WrongRuleError(message, "given", place=written(before), step=written((name,)))
    meant = nearest(name, known)
    if items:
        told = written((*before, None, *((meant,) if meant else ())))
        return WrongRuleError("given-list", "given", place=written(before), meant=told)
    if meant is not None:
        told = written((*before, meant))
        return WrongRuleError("given-key-near", "given", key=name, meant=told)
    return WrongRuleError("given-key", "given", key=name, place=written(before), names=known)
