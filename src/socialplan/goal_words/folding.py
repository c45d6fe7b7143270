"""One spelling for each character, and the way back to the characters as written."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 1000
"""Code points of a statement that are read: a goal is a sentence, and time is bounded."""

_COMMA = "，"


class Folded(NamedTuple):
    """Half-width, lower-case characters, and the index of what each was written as."""

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original behind the folded characters `start` to `end`."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.origin)
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


def fold(written: str) -> Folded:
    """Fold width and case (NFKC); a full-width comma is a pause, except in full-width numbers."""
    written = written[:LONGEST]
    if written.isascii():
        return Folded(written.lower(), range(len(written)))
    pieces = [_folded(written, i) for i in range(len(written))]
    origin = chain.from_iterable([i] * len(piece) for i, piece in enumerate(pieces))
    return Folded("".join(pieces), list(origin))


def _folded(written: str, i: int) -> str:
    letter = written[i]
    if letter == _COMMA:
        around = written[i - 1 : i] + written[i + 1 : i + 2]
        return "," if len(around) == 2 and all(map(_is_wide_digit, around)) else ", "
    return letter if "\u4e00" <= letter <= "\u9fff" else normalize("NFKC", letter).casefold()


def _is_wide_digit(letter: str) -> bool:
    return "０" <= letter <= "９"
