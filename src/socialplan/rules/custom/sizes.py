"""How large a pattern becomes: what has to be there several times is compiled several times."""

from __future__ import annotations

import re

LARGEST = 100_000
"""Items of a compiled pattern; those of a larger one take seconds, or all memory there is."""
_DIGITS = 9
_ITEM = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
"""An escape, a class of characters: one item each, whatever stands in it."""
_PART = re.compile(
    rf"""(?P<comment> \(\?\#[^)]*\)?)
    | (?P<open> \((?: \?(?: <?[=!] | P?<\w+> | [|>] | [\w-]*: ))?)
    | (?P<close> \))
    | \{{(?P<least>[0-9]*)(?:,[0-9]*)?\}}
    | (?P<suffix> [|*+?])
    | {_ITEM} | .""",
    re.DOTALL | re.VERBOSE,
)
_VERBOSE = re.compile(r"\(\?\w*x")
_BLANK = re.compile(rf"({_ITEM})|\s+|\#[^\n]*", re.DOTALL)


def too_large(pattern: str) -> bool:
    """Say whether a pattern is better not compiled."""
    readings = [pattern]
    if _VERBOSE.search(pattern):
        readings.append(_BLANK.sub(lambda match: match[1] or "", pattern))
    return any(_size(one) > LARGEST for one in readings)


def _size(pattern: str) -> int:
    """Add up items: of a repetition only the least number counts, the rest is a loop."""
    around: list[int] = []
    done = last = 0
    for part in _PART.finditer(pattern):
        if part["open"]:
            around.append(done + last)
            done = last = 0
        elif part["close"]:
            done, last = (around.pop() if around else 0), max(1, done + last)
        elif part["least"] is not None:
            last *= max(1, int(part["least"].lstrip("0")[:_DIGITS] or 0))
        elif not (part["comment"] or part["suffix"]):
            done, last = done + last, 1
    return sum(around) + done + last
