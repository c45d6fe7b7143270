"""The JSON Schema of the plan language, made from the models, for editors and other checkers."""

from __future__ import annotations

import json
from typing import Any

from socialplan.plan import SECTIONS, Plan

DRAFT = "http://json-schema.org/draft-07/schema#"

_HEADING = ("socialplan", "title", "brand")
"""What a main file must have."""


def json_schema(*, included: bool = False) -> dict[str, Any]:
    """The schema of a plan's main file, or of a file that it includes."""
    made = Plan.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    schema = _tidy(made)
    schema["required"] = list(_HEADING)
    if included:
        del schema["required"]
        schema["title"] = "Part of a plan"
        schema["description"] = "A file that a plan includes: its lists are joined to the plan's."
        joined = [name for name, shape in SECTIONS.items() if shape.holds == "list"]
        schema["properties"] = {name: schema["properties"][name] for name in joined}
    return {
        "$schema": DRAFT,
        **schema,
        "definitions": {name: _tidy(definitions[name]) for name in sorted(definitions)},
    }


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Keep what an editor shows or checks; titles that only repeat the key say nothing."""
    properties = schema.get("properties", {})
    tidied = {key: said for key, said in schema.items() if key != "properties"}
    tidied["properties"] = {name: _field(field) for name, field in properties.items()}
    return tidied


def _field(field: dict[str, Any]) -> dict[str, Any]:
    kept = {key: said for key, said in field.items() if key not in ("title", "default")}
    description = kept.pop("description", None)
    shape = _shape(kept)
    if set(shape) == {"$ref"}:  # draft-07 ignores whatever stands beside a reference
        shape = {"allOf": [shape]}
    return {**({"description": description} if description else {}), **shape}


def _shape(schema: Any) -> Any:
    """Loosen plain texts, since a title of 618 is a text too, and flatten nested choices."""
    if isinstance(schema, list):
        return [_shape(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    shape = {key: _shape(part) for key, part in schema.items() if key != "enum"}
    if "enum" in schema:
        shape["enum"] = schema["enum"]
    if shape.get("type") == "string" and shape.keys() <= {"type", "minLength"}:
        shape["type"] = ["string", "number"]
    if "anyOf" in shape:
        shape["anyOf"] = _flat(shape["anyOf"])
        if all(choice.keys() == {"type"} for choice in shape["anyOf"]):
            shape["type"] = _types(shape.pop("anyOf"))
    return shape


def _types(choices: list[dict[str, Any]]) -> list[str]:
    named = (choice["type"] for choice in choices)
    lists = ([one] if isinstance(one, str) else one for one in named)
    return list(dict.fromkeys(name for names in lists for name in names))


def _flat(choices: list[Any]) -> list[Any]:
    flat: list[Any] = []
    for choice in choices:
        for one in choice["anyOf"] if set(choice) == {"anyOf"} else (choice,):
            if one not in flat:
                flat.append(one)
    return flat


def schema_text(*, included: bool = False) -> str:
    """Write the schema as the file that editors read."""
    return json.dumps(json_schema(included=included), ensure_ascii=False, indent=2) + "\n"
