"""A source becomes a plan; what has the wrong shape becomes a mistake, and the rest still loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socialplan.loading import typing_parts
from socialplan.loading.explaining import missing_key, unknown_key
from socialplan.loading.typing_parts import Typist
from socialplan.plan import SECTIONS, Heading, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.finding import Mistake, PlanPath
    from socialplan.loading.gaps import Gaps
    from socialplan.source import Source


@dataclass(frozen=True)
class Loaded:
    """A plan as far as it could be understood, its text, and what was wrong with its shape."""

    source: Source
    plan: Plan
    mistakes: tuple[Mistake, ...]
    holes: frozenset[PlanPath]
    """Where a value was left out because it could not be understood."""
    gaps: Gaps
    """Which items of lists were left out, so that those behind them have another number."""


def load_plan(source: Source) -> Loaded:
    """Type every section of a plan, item by item; never fails."""
    typist = Typist(source)
    data = source.data
    known = [name for name in data if name in SECTIONS]
    plain = {name: data[name] for name in known if SECTIONS[name].holds == "plain"}
    parts = {name: _section(typist, name, data[name]) for name in known if name not in plain}
    if data:
        parts |= dict(typist.part(Heading, plain, ()))
    mistakes = (*source.mistakes, *_misplaced(data), *typist.mistakes)
    holes = frozenset(typist.holes)
    return Loaded(source, Plan.of(holes, **parts), mistakes, holes, typist.gaps)


def takes(source: Source, path: PlanPath, new: object) -> bool:
    """Say whether a plan's shape allows another value at a path, be there one or not."""
    if not path or path[0] not in SECTIONS:
        return False
    model, holds = SECTIONS[str(path[0])]
    if holds == "plain":
        return typing_parts.takes(Heading, {path[0]: source.value(path[:1])}, path, new)
    depth = 1 if holds == "one" else 2
    return typing_parts.takes(model, source.value(path[:depth]), path[depth:], new)


def _misplaced(data: Mapping[str, Any]) -> Iterator[Mistake]:
    """Note keys that are no sections, and the one section that must be there."""
    for name in data:
        if name not in SECTIONS:
            yield unknown_key((name,), SECTIONS, data)
    if data and "brand" not in data:
        yield missing_key((), "brand", Plan)
    elif data and data["brand"] is None:
        yield missing_key(("brand",), "name", SECTIONS["brand"].model)


def _section(typist: Typist, name: str, value: Any) -> Any:
    """Type one section; None where it is empty or no list where a list should be."""
    model, holds = SECTIONS[name]
    if value is None:
        return None
    if holds == "one":
        return typist.part(model, value, (name,))
    if not isinstance(value, list):
        typist.refuse(value, (name,), "list")
        return None
    return tuple(typist.part(model, item, (name, i)) for i, item in enumerate(value))
