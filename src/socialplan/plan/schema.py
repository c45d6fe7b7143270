"""The JSON Schema of the plan language, made from the models, for editors and other checkers.

Where it cannot say what the linter says (a year has no 30 February), it is looser, never stricter.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from socialplan.plan import SECTIONS, Plan
from socialplan.plan.describing import named, told
from socialplan.plan.shapes import SHAPE, SHORT, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

JsonSchema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_HEADING = ("socialplan", "title", "brand")
"""What a main file must have."""
_REF = "#/definitions/"
_SAID = ("title", "description", "default")
"""What stands beside a shape; of defaults, only those that are not empty say something."""
_WIDTH = 100
"""Columns up to which a list or mapping stands on one line, which is easier to read."""
_INSIDE = ("items", "additionalProperties", "propertyNames")


def json_schema(*, included: bool = False, language: str = "en") -> JsonSchema:
    """The schema of a plan's main file, or of a file that it includes, in a language."""
    writer = _Writer(Plan.model_json_schema(ref_template=_REF + "{model}"), language)
    schema = writer.part("Plan", writer.made)
    for name, section in SECTIONS.items():
        if section.holds == "list":  # an empty key is an empty list
            schema["properties"][name]["type"] = ["array", "null"]
    if included:
        about = "A file that a plan includes: its lists are joined to the plan's."
        schema |= {"title": "Part of a plan", "description": told("included", about, language)}
        joined = [name for name, section in SECTIONS.items() if section.holds == "list"]
        schema["properties"] = {name: schema["properties"][name] for name in joined}
    schema["required"] = [] if included else list(_HEADING)
    defined: dict[str, JsonSchema] = {}
    writer.define(schema, defined)
    # No `$id`: the file is found by its path, and editors look for references where `$id` leads.
    return {
        "$schema": DRAFT,
        **schema,
        "definitions": dict(sorted(defined.items())),
    }


def schema_text(*, included: bool = False, language: str = "en") -> str:
    """Write the schema as the file that editors read."""
    schema = json_schema(included=included, language=language)
    return _lines(schema) + "\n"


def _lines(value: Any, indent: str = "") -> str:
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent + line) <= _WIDTH:
        return line
    inside = indent + "  "
    if isinstance(value, list):
        return f"[\n{_joined(inside, (_lines(one, inside) for one in value))}\n{indent}]"
    entries = (f"{json.dumps(key)}: {_lines(one, inside)}" for key, one in value.items())
    return f"{{\n{_joined(inside, entries)}\n{indent}}}"


def _joined(indent: str, entries: Iterable[str]) -> str:
    return ",\n".join(indent + entry for entry in entries)


class _Writer:
    """Rewrites what pydantic says of the models: short, described, each kind of value once."""

    def __init__(self, made: JsonSchema, language: str) -> None:
        self.made = made
        self._parts: dict[str, JsonSchema] = made.pop("$defs")
        self._language = language
        self._shapes: dict[str, JsonSchema] = {}

    def part(self, name: str, made: JsonSchema) -> JsonSchema:
        """One mapping of the language; titles that only repeat a key say nothing."""
        return {
            "title": name,
            "description": told(name, made["description"], self._language),
            "type": "object",
            "additionalProperties": False,
            "required": made.get("required", []),
            "properties": {
                key: {
                    "description": told(f"{name}.{key}", field["description"], self._language),
                    **self._named(f"{name}.{key}", self._field(field)),
                }
                for key, field in made["properties"].items()
            },
        }

    def define(self, schema: Any, defined: dict[str, JsonSchema]) -> None:
        """Add what a schema refers to, and what that refers to in turn."""
        if isinstance(schema, dict):
            name = str(schema.get("$ref", "")).removeprefix(_REF)
            if name and name not in defined:
                made = self._parts.get(name)
                defined[name] = self._shapes[name] if made is None else self.part(name, made)
                self.define(defined[name], defined)
        for inner in schema.values() if isinstance(schema, dict) else schema:
            if isinstance(inner, dict | list):
                self.define(inner, defined)

    def _field(self, field: JsonSchema) -> JsonSchema:
        skipped = _SAID if not field.get("default") else _SAID[:2]
        shape = self._shape({key: said for key, said in field.items() if key not in skipped})
        if set(shape) == {"$ref"}:  # draft-07 ignores whatever stands beside a reference
            return {"allOf": [shape]}
        return shape

    def _named(self, name: str, shape: JsonSchema) -> JsonSchema:
        """Say beside each word that may stand here what it is called."""
        shape = {
            key: self._named(name, said) if key == "items" else said for key, said in shape.items()
        }
        if "anyOf" in shape:
            shape["anyOf"] = [self._named(name, choice) for choice in shape["anyOf"]]
        if "enum" in shape and (words := named(name, shape["enum"], self._language)):
            shape["enumDescriptions"] = words
        return shape

    def _shape(self, schema: JsonSchema) -> JsonSchema:
        if SHAPE in schema:
            return self._defined(schema)
        shape = {
            key: self._shape(said) if key in _INSIDE and isinstance(said, dict) else said
            for key, said in schema.items()
        }
        if shape.get("type") == "string" and shape.keys() <= {"type", "minLength"}:
            shape |= TEXT
        if "anyOf" in shape:
            choices = [self._whole(schema, choice) for choice in schema["anyOf"]]
            del shape["anyOf"]
            shape |= _merged(_flat(map(self._shape, choices)))
        return shape

    def _whole(self, schema: JsonSchema, choice: JsonSchema) -> JsonSchema:
        """Put in place of a short form the shape of the key that it stands for."""
        if SHORT not in choice:
            return choice
        part = self._parts[schema["anyOf"][1]["$ref"].removeprefix(_REF)]
        field = part["properties"][choice[SHORT]]
        if "anyOf" in field and SHAPE not in field:
            return {"anyOf": [one for one in field["anyOf"] if one != {"type": "null"}]}
        return {key: said for key, said in field.items() if key not in _SAID}

    def _defined(self, schema: JsonSchema) -> JsonSchema:
        """Refer to a kind of value that is defined once; editors show why they refuse a text."""
        name, about = schema[SHAPE]["title"], schema[SHAPE]["description"]
        about = told(name, about, self._language)
        checks = {key: said for key, said in schema.items() if key not in (SHAPE, *_SAID)}
        if "anyOf" in checks:
            choices = map(self._shape, checks["anyOf"])
            checks["anyOf"] = [_explained(choice, about) for choice in choices]
        checks = self._named(name, _explained(checks, about))
        self._shapes[name] = {"title": name, "description": about, **checks}
        return {"$ref": _REF + name}


def _explained(check: JsonSchema, about: str) -> JsonSchema:
    return {**check, "patternErrorMessage": about} if "pattern" in check else check


def _flat(choices: Iterable[JsonSchema]) -> list[JsonSchema]:
    flat: list[JsonSchema] = []
    for choice in choices:
        for one in choice["anyOf"] if set(choice) == {"anyOf"} else (choice,):
            if one not in flat:
                flat.append(one)
    return flat


def _merged(choices: list[JsonSchema]) -> JsonSchema:
    """Say it in one where the choices are plain types, or lists of one kind beside them."""
    items = [choice["items"] for choice in choices if "items" in choice]
    if len(items) > 1 or any(choice.keys() - {"type", "items"} for choice in choices):
        return {"anyOf": choices}
    named = (choice["type"] for choice in choices)
    lists = ([one] if isinstance(one, str) else one for one in named)
    types = list(dict.fromkeys(name for names in lists for name in names))
    return {"type": types, "items": items[0]} if items else {"type": types}
