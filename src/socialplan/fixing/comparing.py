"""Lines before and after, compared from one line that stands alone to the next."""

from __future__ import annotations

from collections import Counter
from difflib import Match, SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class LineComparison(SequenceMatcher[str]):
    """The lines of a file, compared stretch by stretch.

    As a whole those of a large plan, in which every post has the same keys, would take minutes.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new)
        end = Match(len(old), len(new), 0)
        self._found = [*_merged(_blocks(old, new)), end]

    def get_matching_blocks(self) -> list[Match]:
        """Give the lines that stay, and an empty block at the end."""
        return self._found


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    i = j = 0
    for a, b in [*_anchors(old, new), (len(old), len(new))]:
        some, others = old[i:a], new[j:b]
        if some == others:
            yield Match(i, j, a - i)
        else:
            for x, y, size in SequenceMatcher(None, some, others).get_matching_blocks():
                yield Match(i + x, j + y, size)
        yield Match(a, b, int(a < len(old)))
        i, j = a + 1, b + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair the lines that stand just once in both."""
    times, again = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new)}
    last = -1
    for place, line in enumerate(old):
        if times[line] == again[line] == 1 and places[line] > last:
            last = places[line]
            yield place, last


def _merged(blocks: Iterable[Match]) -> list[Match]:
    """Make one of the blocks that touch."""
    merged: list[Match] = []
    for one in blocks:
        last = merged[-1] if merged else Match(0, 0, 0)
        if (last.a + last.size, last.b + last.size) == (one.a, one.b):
            merged[-1:] = [last._replace(size=last.size + one.size)]
        elif one.size:
            merged.append(one)
    return merged
