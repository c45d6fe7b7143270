"""Find many words at once: two neighbouring characters tell which of them can begin there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.folding import bare, writings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts.lexicons import Entry


class Found(NamedTuple):
    """A word of an entry, and where it begins."""

    start: int
    word: str
    entry: int
    """The number of the entry."""
    is_sign: bool
    """Whether it only tells that a pattern may match."""


class Scanner:
    """Looks through a text once for the words of all entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._words: dict[str, list[tuple[str, int, bool]]] = {}
        for number, entry in enumerate(entries):
            for words, is_sign in ((entry.terms, False), (entry.signs, True)):
                for word in map(bare, words):
                    self._words.setdefault(word[:2], []).append((word, number, is_sign))
        firsts = {form for pair in self._words for form in writings(pair[0])}
        seconds = {form for pair in self._words for form in writings(pair[1])}
        # A set in front makes the search skip all other characters quickly.
        pattern = f"[{_set(firsts)}](?=[{_set(seconds)}])" if self._words else "(?!)"
        self._pairs = re.compile(pattern)

    def find(self, text: str) -> Iterator[Found]:
        """Every word that stands in a folded text; they may overlap."""
        for match in self._pairs.finditer(text):
            start = match.start()
            for word, entry, is_sign in self._words.get(bare(text[start : start + 2]), ()):
                if len(word) == 2 or bare(text[start : start + len(word)]) == word:
                    yield Found(start, word, entry, is_sign)


def _set(characters: set[str]) -> str:
    return "".join(re.escape(one) for one in sorted(characters))
