"""How a written value becomes the value a plan holds: parsed text, lists of one, short forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, LiteralString, TypeVar

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

    JsonSchema = dict[str, Any]

T = TypeVar("T")


SHOWN = 80
"""Characters of a refused value that a message repeats."""


def refusal(kind: LiteralString, message: LiteralString, value: object, **more: str) -> Exception:
    """Say no to a value: `kind` is the error's type, and `message` may name {value} and `more`."""
    shown = str(value)[:SHOWN].encode("utf-8", "replace").decode()  # lone surrogates cannot pass
    return PydanticCustomError(kind, message, {"value": shown, **more})


TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}
"""A title of 618 is a text too, and so is `true`: it is kept as it was written."""
SHAPE = "x-shape"
"""Marks one kind of value in the schema of a field: the name under which it is defined once."""
SHORT = "x-short"
"""Stands for the shape of a mapping's key, which may be written alone in place of the mapping."""


def shape(name: str, description: str, *choices: JsonSchema) -> JsonSchema:
    """The schema of one kind of value, to be defined once under its name."""
    said = {"title": name, "description": description}
    return {SHAPE: said, **choices[0]} if len(choices) == 1 else {SHAPE: said, "anyOf": [*choices]}


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A value read by `parse`, which raises pydantic's errors; `schema` says its shape.

    The shape may be looser than what `parse` takes, where a JSON Schema cannot say more (a year
    has no 30 February), but never stricter.
    """

    parse: Callable[[Any], Any]
    schema: JsonSchema

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        return dict(self.schema)


@dataclass(frozen=True, slots=True, eq=False)
class Short:
    """A shorter way to write a mapping: the value of `key` alone; `expand` makes it the whole."""

    expand: Callable[[Any], Any]
    key: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        return {"anyOf": [{SHORT: self.key}, handler(schema)]}


def written(pattern: str, *examples: str) -> JsonSchema:
    """The shape of a text that is written so, with spaces around it or none."""
    return {"type": "string", "pattern": f"^\\s*({pattern})\\s*$", "examples": list(examples)}


def text_as(key: str) -> Short:
    """Let a lone text stand for a mapping with that text under `key`."""

    def expand(value: Any) -> Any:
        # A number becomes text later, when its digits as written are known.
        return {key: value} if isinstance(value, str | int | float) else value

    return Short(expand, key)


def _as_list(value: Any) -> Any:
    if value.__class__ is list or value.__class__ is tuple:
        return value
    return () if value is None else (value,)


class _OneOrMore:
    """A list, or its only item written without the brackets; an empty key is an empty list."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        array = handler(schema)
        return {"anyOf": [array, array["items"], {"type": "null"}]}


Several = Annotated[tuple[T, ...], _OneOrMore()]
