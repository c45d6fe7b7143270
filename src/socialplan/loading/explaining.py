"""What pydantic refuses becomes a mistake in a planner's words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from socialplan.finding import Mistake, Problem
from socialplan.loading.habits import by_habit, is_another_thing
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from socialplan.finding import PlanPath

ALIKE = 0.7
"""How alike a slip is to the name that was meant; of less, such as `image` and `messages`, the
whole list says more."""
_SIGNS = {":": ": ", "：": ": ", "，": ", ", "\u3000": "  ", "－": "-"}
"""What runs a key into its value, and signs of an input method that YAML takes for letters."""
_QUOTED = re.compile(r"'([^']*)'")


def unknown_key(
    path: PlanPath, known: Iterable[str], beside: Container[str], *, has_colon: bool = True
) -> Mistake:
    """Say that a key is none of the language's, and which one was meant, if not one beside it."""
    key, names = str(path[-1]), list(known)
    words: dict[str, object] = {"key": key, "known": names, "why": ""}
    signs = [sign for sign in _SIGNS if sign in key]
    if signs:
        words["why"] = Term("key-with-colon" if signs == [":"] else "key-with-wide-sign")
        meant = _typed_narrow(key, names)
    elif is_behind_a_comma(key) or not has_colon:
        words |= {"why": Term("key-behind-comma"), "known": []}
        meant = None
    else:
        meant = nearest(key, names)
    if meant is not None and meant in beside:  # under that name it would stand there twice
        words |= {"why": Phrase("key-there-already", {"meant": meant}), "known": []}
        meant = None
    return Mistake("unknown-key", Problem(path, words, on_key=True, suggestion=meant))


def is_behind_a_comma(key: str) -> bool:
    """Say whether a key is the end of a number: `{target: 1,000}` has the key 000."""
    return re.match(r"\d{3}(?!\d)", key) is not None


def _typed_narrow(key: str, names: Iterable[str]) -> str | None:
    """Write `market:TW` or `－ name：a，market：TW` as it was meant, if it begins with a key."""
    written = key
    for sign, narrow in _SIGNS.items():
        written = written.replace(sign, narrow)
    written = re.sub(r"(?<=\S) +", " ", written).rstrip(" ")
    begun = written.lstrip("- ").partition(":")[0]
    # Behind a wide dash or space begins another part, whose keys nobody knows here.
    return written.strip(" ") if begun in names or key[:1] in ("－", "\u3000") else None


def missing_key(path: PlanPath, key: str, part: type[BaseModel] | None) -> Mistake:
    """Say that a key is missing from the mapping at a path, which is to be such a part."""
    name = part.__name__ if part is not None else ""
    return Mistake("missing-key", Problem(path, {"key": key, "part": name}))


def refused(error: ErrorDetails, path: PlanPath) -> Mistake:
    """Say what is wrong with a value of the wrong shape."""
    from socialplan.loading.meaning import meant, midnight_meant

    kind, value, context = error["type"], error["input"], error.get("ctx") or {}
    if kind == "literal_error":
        known = _QUOTED.findall(str(context.get("expected", "")))
        words = {"value": shown(value), "known": known}
        return Mistake("unknown-value", Problem(path, words, suggestion=nearest(str(value), known)))
    if kind == "impossible_date":
        words = {"value": shown(value)}
        return Mistake("impossible-date", Problem(path, words, suggestion=midnight_meant(value)))
    suggestion = meant(kind, value, path)
    if suggestion and ", " in suggestion and isinstance(path[-1], str):
        suggestion = f"[{suggestion}]"
    return wrong_type(path, value, _expected(kind), suggestion)


def wrong_type(
    path: PlanPath, value: object, expected: str, suggestion: str | None = None
) -> Mistake:
    """Say what shape was expected: `expected` is a term without its `expected-`."""
    words = {"value": shown(value), "expected": Term(f"expected-{expected}")}
    if expected == "list" and isinstance(value, dict):
        glued = next((key for key in map(str, value) if re.match(r"[-－]\w", key)), None)
        suggestion = f"- {glued[1:]}" if glued else suggestion
    return Mistake("wrong-type", Problem(path, words, suggestion=suggestion))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant."""
    names = {one.lower(): one for one in known}
    written = name.strip().lower().replace("-", "_").replace(" ", "_")
    if habit := by_habit(name, names.values()):
        return habit
    if is_another_thing(name):
        return None
    for form in (written, name.lower()):
        near = _closest(form, tuple(names))
        if near is not None:
            return names[near]
    return None


@lru_cache(maxsize=4096)  # the same slip is made in every post
def _closest(form: str, names: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(form, names, n=1, cutoff=ALIKE)), None)


def shown(value: object) -> object:
    """Write a refused value for a message."""
    if isinstance(value, dict):
        return Term("a-mapping")
    if isinstance(value, list):
        return Term("a-list")
    if value is None:
        return Term("nothing")
    if isinstance(value, bool):
        return str(value).lower()
    return value


def keys_at(model: type[BaseModel], place: PlanPath) -> list[str]:
    """List the keys that the mapping at a place inside a model may hold, as they are written."""
    return list(_fields(model_at(model, place)))


def is_required(model: type[BaseModel], place: PlanPath) -> bool:
    """Say whether the key at a place inside a model has to be there."""
    field = _fields(model_at(model, place[:-1])).get(str(place[-1]))
    return field is not None and field.is_required()


def model_at(model: type[BaseModel], place: PlanPath) -> type[BaseModel] | None:
    """Give the model of the mapping at a place inside another one."""
    found: type[BaseModel] | None = model
    for step in place:
        fields = _fields(found)
        if isinstance(step, str) and step in fields:
            found = _model_in(fields[step].annotation)
    return found


def _fields(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    fields = model.model_fields if model is not None else {}
    return {field.alias or name: field for name, field in fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _model_in(argument)
        if found is not None:
            return found
    return None


_EXPECTED = {
    "string_type": "text",
    "bool_type": "true-or-false",
    "bool_parsing": "true-or-false",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "age_shape": "age-shape",
    "clock_shape": "clock-shape",
    "count_shape": "count-shape",
    "date_shape": "date-shape",
    "day_name": "day-name",
    "every_shape": "every-shape",
    "hours_shape": "hours-shape",
    "money_shape": "money-shape",
    "number_shape": "number-shape",
    "ratio_range": "ratio-range",
    "rrule_shape": "rrule-shape",
    "time_missing": "time-missing",
    "unknown_timezone": "unknown-timezone",
}


def _expected(kind: str) -> str:
    if kind.startswith("int_"):
        return "whole-number"
    if kind.startswith("float_"):
        return "number"
    if kind.startswith(("greater_than", "less_than")):
        return "number-in-range"
    return _EXPECTED.get(kind, "value")
