"""A view as JSON: what templates see, for programs."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

VERSION = 1

# What JSON would let through and a terminal obey: C1 controls, marks that reorder text, halves of
# characters. Inside a string, its escape means the same.
_UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def render(page: Page) -> str:
    """Write the view under its name, dates as ISO 8601."""
    document = {"version": VERSION, "view": page.name, **_data(page.view)}
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _data(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _data(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_data(one) for one in value]
    return value
