"""The words of a statement that say what is measured."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.metrics import metric, metric_names
from socialplan.goal_words.folding import fold
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


_NOTHING = Known(frozenset(), weak=True)


def measures_in(statement: Statement, own: Sequence[str] = ()) -> list[Named]:
    """The measures from left to right; `own` are names that the plan itself gives to measures."""
    text = statement.text.replace("-", " ")
    found = [met for met in _vocabulary(tuple(own)).all(text) if met.meaning is not _NOTHING]
    return [
        Named(
            met.start,
            met.end,
            met.meaning.metrics,
            met.meaning.weak,
            _describes(text, met.start, met.end, [later.start for later in found[i + 1 : i + 2]]),
        )
        for i, met in enumerate(found)
    ]


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


def _describes(text: str, start: int, end: int, following: list[int]) -> bool:
    if words("measures", "describing_after").after(text, end) or ahead(text, end) in following:
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
def _vocabulary(own: tuple[str, ...]) -> Words[Known]:
    meanings = _meanings()
    if own:
        mine = {_spelled(name): Known(frozenset(), weak=False) for name in own}
        meanings = {**meanings, **mine}
        meanings.pop("", None)
    return Words(meanings)


@cache
def _meanings() -> dict[str, Known]:
    """By word: the catalogue's names, over them the groups' words."""
    data = section("measures")
    groups = [entry for entry in data.values() if isinstance(entry, dict)]
    meanings: dict[str, Known] = {}
    for name, word in metric_names():
        if "_" not in word:
            meanings[_spelled(word)] = Known(_kin(name, groups), weak=False)
    meanings |= dict.fromkeys(listed(data["not"]), _NOTHING)
    for group in groups:
        ids = frozenset(listed(group["metrics"]))
        for word in listed(group["words"]):
            meanings[_spelled(word)] = Known(_fitting(word, ids), bool(group.get("weak")))
    return meanings


def _kin(name: str, groups: list[dict[str, Any]]) -> frozenset[str]:
    """A metric, and those of its groups that are of its kind."""
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
    return fold(name).text.replace("-", " ")
