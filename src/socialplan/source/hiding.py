"""Characters that libyaml, a YAML 1.1 reader, takes for line breaks and YAML 1.2 does not."""

from __future__ import annotations

from typing import Any

_HIDDEN = "\x85\u2028\u2029"
_STAND_INS = range(0xF0000, 0xFFFFD)


def hide(text: str) -> tuple[str, dict[int, int]]:
    """Put unused characters in their place, and in that of a byte order mark at the start."""
    found = [char for char in _HIDDEN if char in text]
    if text.startswith("\ufeff"):
        found.append("\ufeff")
    if not found:
        return text, {}
    unused = (code for code in _STAND_INS if chr(code) not in text)
    there = {ord(char): next(unused) for char in found}
    if "\ufeff" in found:
        text = chr(there.pop(0xFEFF)) + text[1:]
        back = {ord(text[0]): 0xFEFF}
    else:
        back = {}
    return text.translate(there), back | {code: char for char, code in there.items()}


def reveal(value: Any, back: dict[int, int]) -> Any:
    """The value with the hidden characters in place again."""
    return _reveal(value, back, {})


def _reveal(value: Any, back: dict[int, int], done: dict[int, Any]) -> Any:
    if isinstance(value, str):
        return value.translate(back)
    if not isinstance(value, dict | list):
        return value
    if id(value) not in done:
        if isinstance(value, list):
            done[id(value)] = [_reveal(item, back, done) for item in value]
        else:
            done[id(value)] = {
                key.translate(back): _reveal(item, back, done) for key, item in value.items()
            }
    return done[id(value)]
