"""How a text is written where a mapping is wanted, and a list or mapping where a text is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from socialplan.loading.meaning import meant

if TYPE_CHECKING:
    from collections.abc import Collection

_CALLED = ("statement", "title", "name")
"""The keys that a lone text can have been meant for."""
_OR_ELSE = frozenset(("text", "platform", "roles"))
"""Where one of these is, too, nobody can tell."""
_SAYING = ("text", "label", "title", "name")
_UNTIL = re.compile(r"\s*(?:[~～〜–—至到]|\s(?:-|to|until)\s|(?:(?<=/\d)|(?<=/\d\d)|(?<=日))-)\s*")
_SIGNS = re.compile(r"[:#{}\[\],&*!|>'\"%@`]")


def under_a_key(last: str | int, value: object, known: Collection[str]) -> str | None:
    """Write the item `Grow` as `statement: Grow`, and `brand: Bear` as `brand: {name: Bear}`."""
    key = next((one for one in _CALLED if one in known), None)
    if key is None or not isinstance(value, str) or "\n" in value or _OR_ELSE & {*known}:
        return None
    text = f"{key}: {_quoted(value)}"
    return text if isinstance(last, int) else f"{last}: {{{text}}}"


def from_and_to(last: str | int, value: object, known: Collection[str]) -> str | None:
    """Write `period: 2026/12/1～2026/12/31` as `period: {start: 2026-12-01, end: 2026-12-31}`."""
    keys = next((pair for pair in (("start", "end"), ("from", "to")) if {*pair} <= {*known}), None)
    days = [_day(one) for one in _UNTIL.split(value)] if keys and isinstance(value, str) else []
    if not keys or len(days) != 2 or not all(days) or not isinstance(last, str):
        return None
    return f"{last}: {{{keys[0]}: {days[0]}, {keys[1]}: {days[1]}}}"


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        found = meant("date_shape", text.strip())
        return None if found is None or " " in found else found


def written_as_text(last: str | int, value: object, known: Collection[str]) -> str | None:
    """Write `account: [a, b]` as `accounts: [a, b]`, and a group of keys as the text in it."""
    if isinstance(value, list) and f"{last}s" in known:
        if value and all(isinstance(one, str) for one in value):
            return f"{last}s: [{', '.join(map(_quoted, value))}]"
    elif isinstance(value, dict):
        text = next((value[one] for one in _SAYING if isinstance(value.get(one), str)), None)
        return f"{last}: {_quoted(text)}" if text and isinstance(last, str) else None
    return None


def _quoted(text: str) -> str:
    """Put what YAML would read otherwise in quotes."""
    if not _SIGNS.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"
