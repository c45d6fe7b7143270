"""A value → the characters that say it, in the style that stands there."""

from __future__ import annotations

import re
from functools import lru_cache

from socialplan.source.contents import contents_of
from socialplan.source.scalars import WORDS_11, Scalar, written
from socialplan.source.text import SourceFile

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_QUOTES = ("'", '"')
# Names, as they are mostly: they need no quotes anywhere.
_PLAIN = re.compile(r"[^\W\d_][\w-]{0,100}")
_TO_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]'
)


@lru_cache(maxsize=4096, typed=True)
def spelled(value: Scalar, like: str, *, flow: bool, key: bool = False) -> str | None:
    """Write a value on one line so that it reads back equal; None where that is not possible.

    `like` is the first character of what stands there; `flow` says that it is inside brackets.
    """
    if isinstance(value, str) and like not in _QUOTES and _is_name(value):
        return value
    for candidate in _candidates(value, like):
        if reads_as(candidate, value, flow=flow, key=key):
            return candidate
    return None


def reads_as(text: str, value: Scalar, *, flow: bool, key: bool = False) -> bool:
    """Say whether the characters mean the value, with nothing left over and nothing to complain."""
    expected: dict[Scalar, Scalar] = {value: "x"} if key else {"k": value}
    line = f"{text}: x" if key else f"k: {text}"
    if flow:
        line, expected["z"] = f"{{{line}, z: z}}", "z"
    read = contents_of(SourceFile("", None, line + "\n"))
    return not read.mistakes and not read.met and repr(read.value) == repr(expected)


def double_quoted(text: str) -> str:
    """Write text as it stands between double quotes."""
    return _TO_ESCAPE.sub(lambda found: _escape(found[0]), text)


def _candidates(value: Scalar, like: str) -> list[str]:
    if not isinstance(value, str):
        return [written(value)]
    single, double = "'" + value.replace("'", "''") + "'", f'"{double_quoted(value)}"'
    if like == "'":
        return [single, double]
    if like == '"':
        return [double]
    quoted = [single, double] if '"' in value or "\\" in value else [double]
    return [value, *quoted]


def _is_name(value: str) -> bool:
    return value not in WORDS_11 and _PLAIN.fullmatch(value) is not None


def _escape(char: str) -> str:
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
