"""What a plain scalar means in YAML 1.2, and what a YAML 1.1 reader would have made of it."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
    **{sign + word: float("inf") for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys(["-.inf", "-.Inf", "-.INF"], float("-inf")),
    **dict.fromkeys([".nan", ".NaN", ".NAN"], float("nan")),
}
_INTEGER = re.compile(r"[-+]?[0-9]+").fullmatch
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+").fullmatch
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?").fullmatch
_NUMERIC = frozenset("+-.0123456789")
"""What numbers begin with, in either version."""
# Longer numbers stay text: nobody plans with them, and Python refuses to print huge integers.
_LONGEST_NUMBER = 300

WORDS_11: dict[str, Scalar] = {
    **_WORDS,
    **dict.fromkeys(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"], True),
    **dict.fromkeys(["n", "N", "no", "No", "NO", "off", "Off", "OFF"], False),
}
_NUMBER_11 = re.compile(
    r"""
    (?P<sign>[-+]?)(?:
        0b(?P<two>[01_]+)
      | 0x(?P<sixteen>[0-9a-fA-F_]+)
      | 0(?P<eight>[0-7_]+)
      | (?P<ten>0|[1-9][0-9_]*)
      | (?P<sixty>[1-9][0-9_]*(?::[0-5]?[0-9])+)
      | (?P<float>(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?)
      | (?P<sixty_float>[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)
    )""",
    re.VERBOSE,
).fullmatch
_BASES = {"two": 2, "sixteen": 16, "eight": 8, "ten": 10}


def resolve(text: str) -> Scalar:
    """Read a plain scalar by the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC or len(text) > _LONGEST_NUMBER:
        return text
    if _INTEGER(text):
        return int(text)
    if _BASED(text):
        return int(text, 0)
    return float(text) if _FLOAT(text) else text


def resolve_11(text: str) -> Scalar:
    """Read a plain scalar as YAML 1.1 readers do, except that dates stay text."""
    if text in WORDS_11:
        return WORDS_11[text]
    match = _NUMBER_11(text) if len(text) <= _LONGEST_NUMBER else None
    if match is None or match.lastgroup is None:
        return text
    kind = match.lastgroup
    digits = match[kind].replace("_", "")
    if not digits:
        return text
    size = _sized(kind, digits)
    return -size if match["sign"] == "-" else size


def _sized(kind: str, digits: str) -> int | float:
    if kind in _BASES:
        return int(digits, _BASES[kind])
    if kind == "float":
        return float(digits)
    total: int | float = 0
    for part in digits.split(":"):
        total = total * 60 + (float(part) if "." in part else int(part))
    return total


def written(value: Scalar) -> str:
    """The value as YAML spells it, for messages."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


class PlainScalars(dict[str, Scalar]):
    """Plain scalars read so far, each decided once; `traps` holds what YAML 1.1 reads otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.traps: dict[str, Scalar] = {}

    def __missing__(self, text: str) -> Scalar:
        if text[:1] not in _NUMERIC and text not in WORDS_11:
            self[text] = text
            return text
        value = self[text] = resolve(text)
        old = resolve_11(text) if len(text) <= _LONGEST_NUMBER else text
        # NaN differs from itself, and 1 equals True and 1.0.
        if type(old) is not type(value) or (old != value and old == old):
            self.traps[text] = old
        return value
