"""A statement while it is being read: its folded text, and what has been understood already."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan.goal_words.folding import fold
from socialplan.goal_words.meaning import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator


class Statement:
    """What is understood is taken, so that no number is read twice."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.folded = fold(written)
        self.text = self.folded.text
        self._taken = bytearray(len(self.text))
        self._bounds = [0, *(met.end() for met in _pause().finditer(self.text)), len(self.text)]

    def take(self, start: int, end: int) -> None:
        """Note that these characters are understood."""
        self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return 1 not in self._taken[start:end]

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place."""
        after = min(max(bisect_right(self._bounds, at), 1), len(self._bounds) - 1)
        return self._bounds[after - 1], self._bounds[after]

    def clauses(self) -> Iterator[tuple[int, int]]:
        """From pause to pause."""
        return pairwise(self._bounds)

    def phrase(self, start: int, end: int) -> Phrase:
        """The characters as written."""
        first, last = self.folded.span(start, end)
        return Phrase(first, last, self.written[first:last])


@cache
def _pause() -> re.Pattern[str]:
    return re.compile(r"[,.] |[。;!?\n]")
