"""What an editor says of a key or a kind of value, in the reader's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

from socialplan.plan import Plan
from socialplan.plan.part import Part
from socialplan.translating import topic_messages

if TYPE_CHECKING:
    from collections.abc import Mapping

TOPIC = "plan"


def told(name: str, english: str, language: str) -> str:
    """Describe a part, a kind of value or an `Account.owner`; English stands in the code."""
    said = topic_messages(language, TOPIC)
    return str(next((said[key] for key in _keys(name) if key in said), english))


def _keys(name: str) -> list[str]:
    """Where the words are kept: a key that parts share stands once, under the part it is from."""
    part, dot, key = name.partition(".")
    made = parts().get(part)
    if made is None or not dot:
        return [name]
    return [f"{one.__name__}.{key}" for one in made.__mro__ if issubclass(one, Part)]


@cache
def parts() -> Mapping[str, type[Part]]:
    """Every part of the language by its name, the plan first."""
    found: dict[str, type[Part]] = {}
    _collect(Plan, found)
    return found


def _collect(annotation: object, found: dict[str, type[Part]]) -> None:
    if not (isinstance(annotation, type) and issubclass(annotation, Part)):
        for argument in get_args(annotation):
            _collect(argument, found)
    elif annotation.__name__ not in found:
        found[annotation.__name__] = annotation
        for field in annotation.model_fields.values():
            _collect(field.annotation, found)
