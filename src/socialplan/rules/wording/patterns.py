"""Patterns and words of lexicons, compiled so that they take either script for the other."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from socialplan.facts.lexicons import alike
from socialplan.folding import writings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN_IN_A_PATTERN = "#@%"
"""Of the characters below 128, those that mean nothing else in a pattern."""


@cache
def matcher(pattern: str) -> re.Pattern[str]:
    """Compile a pattern so that it takes either script for the other, and capitals too."""
    return re.compile("".join(_either_script(pattern)), re.IGNORECASE | re.DOTALL)


@cache
def finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a pattern for any of some words, in either script."""
    longest_first = sorted(words, key=len, reverse=True)
    spelled = ("".join(f"[{re.escape(writings(c))}]" for c in word) for word in longest_first)
    return re.compile("|".join(spelled), re.IGNORECASE)


def _either_script(pattern: str) -> Iterator[str]:
    known, in_a_set = alike(), False
    for character in pattern:
        if character == "[":
            in_a_set = True
        elif character == "]":
            in_a_set = False
        forms = known.get(character)
        if forms is None or (character.isascii() and character not in _PLAIN_IN_A_PATTERN):
            yield character
        else:
            yield forms if in_a_set else f"[{forms}]"
