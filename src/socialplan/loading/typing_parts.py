"""One part of a plan, typed; what is wrong with it is noted, taken out, and the rest is read."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from pydantic import ValidationError, create_model

from socialplan.loading.explaining import (
    is_behind_a_comma,
    is_required,
    keys_at,
    missing_key,
    model_at,
    refused,
    unknown_key,
    wrong_type,
)
from socialplan.loading.gaps import Gaps
from socialplan.loading.meaning import value_meant
from socialplan.loading.reshaping import from_and_to, under_a_key, written_as_text
from socialplan.plan.part import Part
from socialplan.translating import Term

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from socialplan.finding import Mistake, PlanPath, Problem
    from socialplan.source import Source

ROUNDS = 12
"""How often one part is mended and read again; each round can uncover deeper mistakes."""


class Typist:
    """Types parts of one source and keeps what was wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.mistakes: list[Mistake] = []
        self.holes: set[PlanPath] = set()
        self.gaps = Gaps()

    def part(self, model: type[Part], value: Any, path: PlanPath) -> Any:
        """Type one mapping; never fails: what is missing or wrong is empty in the part it gives."""
        try:
            return model.__pydantic_validator__.validate_python(value)
        except ValidationError as error:
            return self._mended(model, value, path, error)

    def refuse(self, value: object, path: PlanPath, expected: str) -> None:
        """Note that a whole section is not of the expected shape."""
        self.mistakes.append(wrong_type(path, value, expected))
        self.holes.add(path)

    def _mended(self, model: type[Part], value: Any, path: PlanPath, error: ValidationError) -> Any:
        lenient = _without_requirements(model)
        for _ in range(ROUNDS):
            items: set[PlanPath] = set()  # taken out when the round is over, as others move up then
            for place, detail in _worth_saying(value, error):
                value = self._mend(model, value, path, place, detail, items)
                if not isinstance(value, dict):
                    return lenient()
            value = self._without_items(value, path, items)
            try:
                return lenient.model_validate(value)
            except ValidationError as again:
                error = again
        return lenient()

    def _mend(
        self,
        model: type[Part],
        value: Any,
        path: PlanPath,
        place: PlanPath,
        error: ErrorDetails,
        items: set[PlanPath],
    ) -> Any:
        """Note one mistake and give the value without it, or the item to take out."""
        kind, at = error["type"], self.gaps.written(path + place)
        if kind == "clock_shape" and isinstance(error["input"], float):  # 20.30 is half past eight
            error["input"] = self.source.raw(at) or error["input"]
        if kind == "missing":
            missing = missing_key(at, str(error["loc"][-1]), model_at(model, place))
            return self._without_parent(value, path, place, missing, items)
        if kind == "extra_forbidden":
            known = keys_at(model, place[:-1])
            beside = self.source.value(at[:-1]) or ()
            has_colon = self.source.has_colon(at)
            self.mistakes.append(unknown_key(at, known, beside, has_colon=has_colon))
            if is_behind_a_comma(str(place[-1])):
                value = self._without_beginning(value, path, _before(value, place))
            return _without(value, place)
        if kind == "string_type" and isinstance(error["input"], int | float):
            written = self.source.raw(at)
            return _with(value, place, str(error["input"]) if written is None else written)
        told = _helpful(refused(error, at), model, value, place)
        expected = told.problem.words.get("expected")
        if expected == Term("expected-mapping"):
            told = told._replace(problem=_with_keys(told.problem, model, place, error["input"]))
        elif expected == Term("expected-text") and place:
            instead = written_as_text(place[-1], error["input"], keys_at(model, place[:-1]))
            told = told._replace(problem=replace(told.problem, suggestion=instead))
        self.mistakes.append(told)
        self.holes.add(at)
        if place and is_required(model, place):
            self._leave_out(path, place[:-1])
        if place and isinstance(place[-1], int):
            items.add(place)
            return value
        return _without(value, place) if place else None

    def _without_beginning(self, value: Any, path: PlanPath, before: PlanPath) -> Any:
        """Leave out what stands before a comma: only the beginning of what was meant."""
        self.holes.add(self.gaps.written(path + before))
        is_number = isinstance(_at(value, before), int | float)  # nobody is to count with it
        return _without(value, before) if before and is_number else value

    def _leave_out(self, path: PlanPath, item: PlanPath) -> None:
        """Say nothing of an item of a list inside a part, nor of what the list seems to lack."""
        if item and isinstance(item[-1], int):
            self.holes.add(self.gaps.written(path + item))

    def _without_parent(
        self, value: Any, path: PlanPath, parent: PlanPath, said: Mistake, items: set[PlanPath]
    ) -> Any:
        """Note a missing key; deeper down, the item or mapping that cannot be without it goes."""
        at, key = said.problem.path, str(said.problem.words["key"])
        if (*at, key) not in self.holes:
            self.mistakes.append(said)
            self.holes.add((*at, key))
            self._leave_out(path, parent)
            return value  # what is lenient may take it as it is
        if parent and isinstance(parent[-1], int):
            items.add(parent)
            return value
        if parent:
            self.holes.add(at)
        return _without(value, parent) if parent else value

    def _without_items(self, value: Any, path: PlanPath, items: set[PlanPath]) -> Any:
        """Take items out of their lists; of a list without any other nobody knows what it holds."""
        found = [(item, self.gaps.written(path + item)) for item in sorted(items, reverse=True)]
        for item, at in found:
            value = _without(value, item)
            self.gaps.leave_out(at)
            self.holes.add(at)
            if not _at(value, item[:-1]):
                self.holes.add(at[:-1])
        return value


def takes(model: type[Part], value: Any, place: PlanPath, new: object) -> bool:
    """Say whether a part would take another value at a place inside it, be there one or not."""
    around = value
    for step in place[:-1]:
        around = around[step] if _holds(around, step) else None
    if place and isinstance(around, dict):
        changed = _with(value, place[:-1], {**around, place[-1]: new})
    else:
        changed = _with(value, place, new)
    try:
        model.__pydantic_validator__.validate_python(changed)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        return not any(_existing(changed, one["loc"])[: len(place)] == place for one in told)
    return True


def _helpful(said: Mistake, model: type[Part], value: Any, place: PlanPath) -> Mistake:
    """Propose no value that would be refused in its turn."""
    meant = said.problem.suggestion
    if said.rule != "wrong-type" or meant is None or isinstance(said.problem.words["value"], Term):
        return said
    is_several = isinstance(place[-1], int) and ", " in meant  # items of the list around it
    if is_several or takes(model, value, place, value_meant(meant)):
        return said
    return said._replace(problem=replace(said.problem, suggestion=None))


def _with_keys(said: Problem, model: type[Part], place: PlanPath, value: object) -> Problem:
    """Say what a mapping holds that somebody has written as one text, and where the text goes."""
    known = keys_at(model, place)
    instead = from_and_to(said.path[-1], value, known)
    if instead is None and not place:
        instead = under_a_key(said.path[-1], value, known)
    return replace(said, words={**said.words, "known": known}, suggestion=instead)


@cache
def _without_requirements(model: type[Part]) -> type[Part]:
    """Make a twin of a model that takes a part without its required keys."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        inside = _with_lenient_items(field.annotation)
        if field.is_required() or inside is not field.annotation:
            twin = copy(field)
            twin.annotation = inside
            if field.is_required():
                twin.default = _empty(field.annotation)
            fields[name] = (inside, twin)
    return create_model(model.__name__, __base__=model, **fields) if fields else model


def _empty(annotation: Any) -> str | None:
    """Give what stands for a value that is not there, which pages can show."""
    if get_origin(annotation) is Literal and isinstance(get_args(annotation)[0], str):
        return "unknown"
    return "" if annotation is str else None


def _with_lenient_items(annotation: Any) -> Any:
    """Take items of a list without a word that they need, so that the others stay as they are.

    What needs a number is left out: nobody can count with what is not there.
    """
    if get_origin(annotation) is not tuple:
        return annotation
    item, *how = get_args(get_args(annotation)[0]) or get_args(annotation)[:1]
    if not (isinstance(item, type) and issubclass(item, Part)):
        return annotation
    required = [one.annotation for one in item.model_fields.values() if one.is_required()]
    twin = _without_requirements(item)
    if twin is item or None in map(_empty, required):
        return annotation
    return tuple[Annotated[twin, *how], ...] if how else tuple[twin, ...]  # type: ignore[valid-type]


def _worth_saying(value: Any, error: ValidationError) -> list[tuple[PlanPath, ErrorDetails]]:
    """Give each mistake's place, last first; of a union's many complaints, only the deepest."""
    found: dict[tuple[PlanPath, str], ErrorDetails] = {}
    for detail in error.errors(include_url=False):
        missing = detail["type"] == "missing"
        place = _existing(value, detail["loc"][:-1] if missing else detail["loc"])
        found.setdefault((place, str(detail["loc"][-1]) if missing else ""), detail)
    above = {place[:depth] for place, _ in found for depth in range(len(place))}
    return [
        (place, detail)
        for (place, key), detail in reversed(found.items())
        if key or place not in above
    ]


def _existing(value: Any, place: tuple[str | int, ...]) -> PlanPath:
    """Keep the steps that exist in the data; a model's short forms and unions add others."""
    kept: list[str | int] = []
    for step in place:
        if _holds(value, step):
            value = value[step]
            kept.append(step)
    return tuple(kept)


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _before(value: Any, place: PlanPath) -> PlanPath:
    """Give the place of the key before one in a mapping, or of the mapping if it is the first."""
    for step in place[:-1]:
        value = value[step]
    keys = list(value)
    number = keys.index(place[-1])
    return (*place[:-1], keys[number - 1]) if number else place[:-1]


def _at(value: Any, place: PlanPath) -> Any:
    for step in place:
        value = value[step]
    return value


def _with(value: Any, place: PlanPath, new: Any) -> Any:
    """Copy the containers along a path, with another value at its end, unless one is gone."""
    if not place:
        return new
    if not _holds(value, place[0]):
        return value
    changed = value.copy()
    changed[place[0]] = _with(value[place[0]], place[1:], new)
    return changed


def _without(value: Any, place: PlanPath) -> Any:
    """Copy the containers along a path, without what is at its end, unless it is gone already."""
    if not _holds(value, place[0]):
        return value
    changed = value.copy()
    if len(place) == 1:
        del changed[place[0]]
    else:
        changed[place[0]] = _without(value[place[0]], place[1:])
    return changed
