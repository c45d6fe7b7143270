"""Titles that came before, found by their pieces: no title is compared with all others."""

from __future__ import annotations

from collections import Counter, deque
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.copy.likeness import MAYBE, likeness, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.rules.copy.likeness import Gram, Subject
    from socialplan.rules.copy.told import Told

RAREST = 12
"""By how many of its pieces a title is looked for: what most titles have tells nothing."""

KEPT = 16
"""How many titles a piece remembers, the latest: so a title costs the same among any number."""


class Match(NamedTuple):
    """An earlier post, and how much its title is like the later one's."""

    score: float
    other: Told


class Titles:
    """The titles of a plan, taken apart, and how often each piece stands in them."""

    def __init__(self, titles: Iterable[str]) -> None:
        subjects = map(subject_of, titles)
        self._counted = Counter(chain.from_iterable(one.grams for one in subjects))
        self._rarest: dict[str, list[Gram]] = {}

    def rarest(self, title: str) -> list[Gram]:
        """The pieces that say most about a title."""
        found = self._rarest.get(title)
        if found is None:
            pieces = dict.fromkeys(subject_of(title).pieces)
            found = sorted(pieces, key=self._counted.__getitem__)[:RAREST]
            self._rarest[title] = found
        return found


class Earlier:
    """The titles so far, by their rarest pieces.

    It is told which two posts may repeat each other at all, the later one first.
    """

    def __init__(self, titles: Titles, may_repeat: Callable[[Told, Told], bool]) -> None:
        self._titles = titles
        self._may_repeat = may_repeat
        self._told: list[tuple[Told, Subject]] = []
        self._latest: dict[Gram, deque[int]] = {}

    def add(self, said: Told) -> None:
        """Remember a title for those to come; they are added in the order of time."""
        number, title = len(self._told), said.about
        self._told.append((said, subject_of(title)))
        for piece in self._titles.rarest(title):
            kept = self._latest.get(piece)
            if kept is None:
                kept = self._latest[piece] = deque(maxlen=KEPT)
            kept.append(number)

    def likest(self, said: Told, least: float = MAYBE) -> Match | None:
        """The earlier title that is most alike; of several the latest."""
        title = said.about
        subject, pieces = subject_of(title), self._titles.rarest(title)
        numbers = set(chain.from_iterable(filter(None, map(self._latest.get, pieces))))
        found = [
            Match(score, other)
            for other, theirs in map(self._told.__getitem__, sorted(numbers, reverse=True))
            if self._may_repeat(said, other) and (score := likeness(subject, theirs)) >= least
        ]
        return max(found, key=lambda one: one.score, default=None)
