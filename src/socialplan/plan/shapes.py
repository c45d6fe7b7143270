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


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A value read by `parse`, which raises pydantic's errors; `schema` says its shape."""

    parse: Callable[[Any], Any]
    schema: Mapping[str, Any]

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
    """A shorter way to write a mapping: `expand` turns it into the whole one."""

    expand: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        return {"anyOf": [dict(self.schema), handler(schema)]}


TEXT = {"type": "string"}
NUMBER = {"type": "number"}


def text_as(key: str) -> Short:
    """Let a lone text stand for a mapping with that text under `key`."""

    def expand(value: Any) -> Any:
        # A number becomes text later, when its digits as written are known.
        return {key: value} if isinstance(value, str | int | float) else value

    return Short(expand, TEXT)


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
