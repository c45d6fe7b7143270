"""The words of a statement that say what is measured."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from socialplan.facts.metrics import metric, metric_names
from socialplan.goal_words.meaning import Measure, Phrase
from socialplan.goal_words.vocabulary import Words, ahead, listed, section, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.goal_words.statement import Statement

_RATES = ("率", "rate", "占比", "比例", "share")
_COUNTS = ("數", "数", "量")


class Known(NamedTuple):
    """What a word stands for."""

    metrics: frozenset[str]
    weak: bool


class Named(NamedTuple):
    """A measure in the folded text."""

    start: int
    end: int
    metrics: frozenset[str]
    weak: bool
    modifies: bool


_NONE = ""
_OWN = "own"


def measures_in(statement: Statement, own: Sequence[str] = ()) -> list[Named]:
    """The measures from left to right; `own` are names that the plan itself gives to measures."""
    text = statement.text.replace("-", " ")
    found = [met for met in _vocabulary(tuple(own)).all(text) if met.meaning != _NONE]
    named = []
    for i, (start, end, source) in enumerate(found):
        known = _known(text[start:end], source)
        following = found[i + 1].start if i + 1 < len(found) else None
        describes = _describes(text, start, end, following)
        named.append(Named(start, end, known.metrics, known.weak, describes))
    return named


def measure(statement: Statement, named: Named) -> Measure:
    """The same in the characters as written."""
    phrase = statement.phrase(named.start, named.end)
    return Measure(phrase.start, phrase.end, phrase.text, named.metrics, named.weak, named.modifies)


def several_in(text: str, found: list[Named], numbers: Sequence[tuple[int, int]]) -> list[Named]:
    """The measures that are all to be reached: listed side by side, or with a number each."""
    heads = [one for one in found if not (one.weak or one.modifies)]
    chosen: list[Named] = []
    for one, other in pairwise(heads):
        apart = one.metrics.isdisjoint(other.metrics)
        if apart and (_side_by_side(text, one, other) or _each_numbered(one, other, numbers)):
            chosen += [each for each in (one, other) if each not in chosen]
    return chosen


def open_list_in(statement: Statement, found: list[Named]) -> Phrase | None:
    """The 等 or “etc.” behind a measure."""
    text = statement.text
    for one in found:
        start = one.end
        while text[start : start + 1] in (" ", ","):
            start += 1
        met = words("lists", "open", "closed").at(text, start)
        if met is not None and met.meaning == "open" and not one.weak:
            return statement.phrase(met.start, met.end)
    return None


def _describes(text: str, start: int, end: int, following: int | None) -> bool:
    if words("measures", "describing_after").after(text, end) or ahead(text, end) == following:
        return True
    before = words("measures", "describing_before", "heading_before").before(text, start)
    return before is not None and before.meaning == "describing_before"


def _side_by_side(text: str, one: Named, other: Named) -> bool:
    """Whether nothing but joining words stands between."""
    start, joined = ahead(text, one.end), False
    while start < other.start:
        if text[start] == ",":
            start, joined = ahead(text, start + 1), True
            continue
        met = words("lists", "joining", "filling").at(text, start)
        if met is None or met.end > other.start:
            return False
        joined = joined or met.meaning == "joining"
        start = ahead(text, met.end)
    return joined


def _each_numbered(one: Named, other: Named, numbers: Sequence[tuple[int, int]]) -> bool:
    """600 friends and 90 visits; 好友到 600、來店到 90."""
    between = any(one.end <= start and end <= other.start for start, end in numbers)
    around = any(end <= one.start or other.end <= start for start, end in numbers)
    return between and around


@cache
def _vocabulary(own: tuple[str, ...]) -> Words[str]:
    """Each word with what says its meaning: a group's name, `=` and an id, or nothing."""
    return Words({**_sources(), **{_spelled(name): _OWN for name in own if name.strip()}})


@cache
def _sources() -> dict[str, str]:
    """The catalogue's names, over them what is none of them, over these the groups' words."""
    data = section("measures")
    sources = {_spelled(word): f"={name}" for name, word in metric_names() if "_" not in word}
    sources |= dict.fromkeys(map(_spelled, listed(data["not"])), _NONE)
    for group, entry in data.items():
        if isinstance(entry, dict):
            sources |= dict.fromkeys(map(_spelled, listed(entry["words"])), group)
    return sources


@cache
def _known(word: str, source: str) -> Known:
    """What a word stands for; worked out only for words that are met."""
    if source == _OWN:
        return Known(frozenset(), weak=False)
    if source.startswith("="):
        return Known(_kin(source[1:]), weak=False)
    group = section("measures")[source]
    return Known(_fitting(word, frozenset(listed(group["metrics"]))), bool(group.get("weak")))


def _kin(name: str) -> frozenset[str]:
    """A metric, and those of its groups that are of its kind."""
    groups = [entry for entry in section("measures").values() if isinstance(entry, dict)]
    listings = [listed(group["metrics"]) for group in groups if not group.get("umbrella")]
    kin = {name}.union(*(ids for ids in listings if name in ids))
    return frozenset(one for one in kin if _is_ratio(one) == _is_ratio(name))


def _fitting(word: str, ids: frozenset[str]) -> frozenset[str]:
    """A word that ends in 率 means a rate, one that ends in 數 a count."""
    if word.endswith(_RATES):
        return frozenset(filter(_is_ratio, ids)) or ids
    if word.endswith(_COUNTS):
        return frozenset(one for one in ids if not _is_ratio(one)) or ids
    return ids


@cache
def _is_ratio(name: str) -> bool:
    known = metric(name)
    return known is not None and known.unit == "ratio"


def _spelled(name: str) -> str:
    return normalize("NFKC", name).casefold().replace("-", " ")
