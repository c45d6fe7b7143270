"""The words of `facts/goal_words.yaml`, and how they are found in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from socialplan.facts.store import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

V = TypeVar("V")

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")

UNITS = ("percent", "points", "times", "money", "long", "short", "count", "places")
"""The lists of units; a word on two lists is on the later one."""


class Met(NamedTuple, Generic[V]):
    """A word met in a text, and what it stands for."""

    start: int
    end: int
    meaning: V


class Words(Generic[V]):
    """Words with a meaning each; of several at one place the longest counts."""

    def __init__(self, meanings: Mapping[str, V]) -> None:
        self._meanings = meanings
        self._lengths = sorted({len(word) for word in meanings if word}, reverse=True)
        self._firsts = frozenset(word[0] for word in meanings if word)

    def at(self, text: str, start: int) -> Met[V] | None:
        """The longest word that begins there, whole."""
        if text[start : start + 1] not in self._firsts or not _may_part(text, start):
            return None
        for length in self._lengths:
            word = text[start : start + length]
            if word in self._meanings and _may_part(text, start + len(word)):
                return Met(start, start + len(word), self._meanings[word])
        return None

    def before(self, text: str, end: int) -> Met[V] | None:
        """The longest word that ends there, whole; spaces between do not count."""
        end = back(text, end)
        for length in self._lengths:
            start = end - length
            if start < 0 or text[start:end] not in self._meanings:
                continue
            if _may_part(text, start) and _may_part(text, end):
                return Met(start, end, self._meanings[text[start:end]])
        return None

    def after(self, text: str, start: int) -> Met[V] | None:
        """The longest word that begins there; spaces between do not count."""
        return self.at(text, ahead(text, start))

    def all(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Met[V]]:
        """Every word of a stretch from left to right, none inside another."""
        end = len(text) if end is None else end
        while start < end:
            met = self.at(text, start)
            if met is not None and met.end <= end:
                yield met
            start = met.end if met is not None else start + 1


def back(text: str, end: int) -> int:
    """Step back over spaces."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def ahead(text: str, start: int) -> int:
    """Step forward over spaces."""
    while text[start : start + 1] == " ":
        start += 1
    return start


def _may_part(text: str, at: int) -> bool:
    """Whether a word may end here: not within a Latin word, nor within a number."""
    if not 0 < at < len(text):
        return True
    around = text[at - 1], text[at]
    return not (_LETTERS.issuperset(around) or _DIGITS.issuperset(around))


@cache
def section(name: str) -> Mapping[str, Any]:
    """A top-level part of the data."""
    found: Mapping[str, Any] = read("goal_words.yaml")[name]
    return found


def listed(text: str) -> list[str]:
    """The words of one entry: they are parted by commas, for that reads and loads well."""
    return [word.strip() for word in text.split(", ")]


@cache
def words(part: str, *entries: str) -> Words[str]:
    """The words of some entries of a part; each stands for the entry that lists it."""
    data = section(part)
    return Words({word: entry for entry in entries for word in listed(data[entry])})
