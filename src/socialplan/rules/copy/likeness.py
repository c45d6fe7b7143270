"""How much two titles are alike: pieces that both have, unless each speaks of a time of its own."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.title_times import title_times
from socialplan.folding import same, simplified
from socialplan.goal_words.numerals import chinese

if TYPE_CHECKING:
    from collections.abc import Mapping

Gram = str | tuple[str, str]

ALIKE = 0.45
"""From there on two titles are probably one topic …"""

MAYBE = 0.32
"""… and from there perhaps; tests/rules/title_pairs.yaml shows how often both are right."""

ANOTHER = 0.3
"""What is left of a likeness where the titles name different festivals, weekdays or parts, or go on
differently behind the name of a series."""

LONGEST = 80
"""Characters of a title that are compared: a topic is a line, and time is bounded."""

_SHOWN = 3
_PIECE = r"(?<![a-z0-9])[a-z](?:#|\+\+)(?![a-z0-9#+])|[a-z0-9]+(?:['’][a-z]+)?|[^\W_]"
"""C# and C++ are two languages; otherwise signs tell no titles apart."""


class Subject(NamedTuple):
    """What a title is about, made ready to be compared."""

    folded: str
    pieces: tuple[Gram, ...]
    """Its characters or words, and each two that stand side by side, in their order."""
    grams: frozenset[Gram]
    """The same to be counted."""


@lru_cache(maxsize=1 << 15)
def subject_of(title: str) -> Subject:
    """Fold a title and take it apart; the titles of a series come back, so they are remembered."""
    folded = with_digits(same(title[:LONGEST]))
    pieces = _pieces(folded)
    return Subject(folded, pieces, frozenset(pieces))


def _pieces(folded: str) -> tuple[Gram, ...]:
    tokens = _tokens().findall(folded)
    return (*tokens, *pairwise(tokens))


def likeness(one: Subject, other: Subject) -> float:
    """From 0 to 1: what they share of all that they have, unless they surely differ."""
    shared = len(one.grams & other.grams)
    if not shared:
        return 0
    score = shared / (len(one.grams) + len(other.grams) - shared)
    if score >= MAYBE and (_differ(one.folded, other.folded) or _are_a_series(one, other)):
        score *= ANOTHER
    return score


def shared_pieces(title: str, other: str) -> list[str]:
    """Stretches of a title that the other has too, the longest first, as they are written."""
    found = list(_tokens().finditer(simplified(title[:LONGEST])))
    theirs = set(_pieces(simplified(other[:LONGEST])))
    spans: list[tuple[int, int]] = []
    for one, after in pairwise(found):
        if (one[0], after[0]) in theirs:
            start = spans.pop()[0] if spans and spans[-1][1] == one.end() else one.start()
            spans.append((start, after.end()))
    pieces = sorted((title[start:end] for start, end in spans), key=len, reverse=True)
    return pieces[:_SHOWN] or [title[slice(*one.span())] for one in found if one[0] in theirs]


@lru_cache(maxsize=1 << 12)
def with_digits(text: str) -> str:
    """Write Chinese numerals of simplified text in digits: 双十一 and 双11 become one."""
    return _numerals().sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    value = chinese(found[0])
    return found[0] if value is None else f"{value:g}"


def _are_a_series(one: Subject, other: Subject) -> bool:
    """Say whether both begin with one name and a colon, and go on with different things."""
    head, *rest = _behind_a_name().split(one.folded, maxsplit=1)
    other_head, *others = _behind_a_name().split(other.folded, maxsplit=1)
    if not rest or not others or head != other_head:
        return False
    grams, other_grams = set(_pieces(rest[0])), set(_pieces(others[0]))
    return len(grams & other_grams) < MAYBE * len(grams | other_grams)


@lru_cache(maxsize=1 << 12)
def times_in(folded: str) -> Mapping[str, frozenset[str]]:
    """The festivals, seasons, weekdays, months and parts that folded text names, by kind."""
    found: dict[str, set[str]] = {}
    closed = _beside_digits().sub("", folded)
    for pattern, kind, meanings in _times():
        for match in pattern.finditer(closed):
            said = next(filter(None, match.groups()), match[0])
            found.setdefault(kind, set()).add(meanings.get(said, said))
    return {kind: frozenset(times) for kind, times in found.items()}


def _differ(folded: str, other: str) -> bool:
    """Say whether both name times of one kind, and none in common."""
    times, others = times_in(folded), times_in(other)
    return any(times[kind].isdisjoint(others[kind]) for kind in times.keys() & others.keys())


@cache
def _times() -> list[tuple[re.Pattern[str], str, Mapping[str, str]]]:
    found: list[tuple[re.Pattern[str], str, Mapping[str, str]]] = []
    for kind, words, patterns in title_times():
        meanings = {with_digits(same(word)): meaning for word, meaning in words.items()}
        longest_first = sorted(meanings, key=len, reverse=True)
        whole = "|".join([*patterns, *map(_whole, longest_first)])
        found.append((re.compile(whole), kind, meanings))
    return found


def _whole(word: str) -> str:
    """A word in letters or digits only where no longer one goes on."""
    before = r"(?<![a-z0-9])" if word[0].isascii() else ""
    after = r"(?![a-z0-9])" if word[-1].isascii() else ""
    return f"{before}{re.escape(word)}{after}"


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_PIECE)


@cache
def _behind_a_name() -> re.Pattern[str]:
    return re.compile(r"\s*[:|｜—–】」](?![0-9]{2})\s*| - ")


@cache
def _beside_digits() -> re.Pattern[str]:
    """The space that many put between digits and Chinese: 38 節, 第 1 集."""
    return re.compile(r"(?<=[0-9])\s(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s(?=[0-9])")


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile("[〇零一二三四五六七八九十百千两]+")
