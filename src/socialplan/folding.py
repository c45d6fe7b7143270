"""Writings of one text that are taken for the same, for matching only: width, capitals, script."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from socialplan.facts.lexicons import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters that compatibility folding turns into others. Full-width punctuation is left out, because
# every Chinese text has it; what matters of it is among the characters that are alike.
_FOLDABLE = (
    "[\u00aa\u00b2-\u00be\u0132-\u02e4\u0300-\u036f\u2070-\u209c\u2100-\u218b\u2460-\u24ff"
    "\u2f00-\u2fdf\u3131-\u33ff\uf900-\ufaff\ufb00-\ufdff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\uff61-\uffdc\U0001d400-\U0001d7ff\U0001f100-\U0001f190]"
)


class Folded(NamedTuple):
    """A text as it is matched, and where its characters stand in the text itself."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def unfolded(self, start: int, end: int) -> tuple[int, int]:
        """Find the characters of the text itself that a stretch was made of."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold compatibility characters (NFKC); most texts have none."""
    if not is_foldable(text):
        return Folded(text)
    parts = list(_parts(text))
    ends = list(accumulate(map(len, parts)))
    folded = [normalize("NFKC", part) for part in parts]
    stands = [
        (end - len(part), end)
        for part, end, made in zip(parts, ends, folded, strict=True)
        for _ in made
    ]
    starts, stops = zip(*stands, strict=True) if stands else ((), ())
    return Folded("".join(folded), starts, stops)


def is_foldable(text: str) -> bool:
    """Say whether folding would change anything."""
    return _foldable().search(text) is not None


def simplified(text: str) -> str:
    """Give the characters in one script and in small letters, each where it stood."""
    return text.translate(_simplified()).lower()


bare = lru_cache(maxsize=1 << 15)(simplified)
"""The same for a few characters that are asked about again and again."""


def same(text: str) -> str:
    """What two writings of one text have in common; it says nothing of where characters stood."""
    return simplified(normalize("NFKC", text) if is_foldable(text) else text)


def writings(character: str) -> str:
    """All forms of one character."""
    forms = alike().get(character, character)
    return "".join(dict.fromkeys(forms + forms.lower() + forms.upper()))


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile(_FOLDABLE)


@cache
def _simplified() -> dict[int, str]:
    return {ord(character): group[0] for character, group in alike().items()}


def _parts(text: str) -> Iterator[str]:
    """Each character with the marks that are put on it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not combining(text[at]):
            yield text[start:at]
            start = at
