"""How a text is written where a mapping is wanted, and a list or mapping where a text is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CALLED = ("statement", "title", "name")
"""The keys that a lone text can have been meant for."""
_OR_ELSE = frozenset(("text", "platform", "roles"))
"""Where one of these is, too, nobody can tell."""
_SAYING = ("text", "label", "title", "name")
_SIGNS = re.compile(r"[:#{}\[\],&*!|>'\"%@`]")


def under_a_key(last: str | int, value: object, known: Collection[str]) -> str | None:
    """Write the item `Grow` as `statement: Grow`, and `brand: Bear` as `brand: {name: Bear}`."""
    key = next((one for one in _CALLED if one in known), None)
    if key is None or not isinstance(value, str) or "\n" in value or _OR_ELSE & {*known}:
        return None
    text = f"{key}: {_quoted(value)}"
    return text if isinstance(last, int) else f"{last}: {{{text}}}"


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
