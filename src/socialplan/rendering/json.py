"""A view as JSON: what templates see, for programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

VERSION = 1


def render(page: Page) -> str:
    """Write the view under its name, dates as ISO 8601."""
    document = {"version": VERSION, "view": page.name, **_data(page.view)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


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
