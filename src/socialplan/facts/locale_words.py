"""Words that readers of one place do not say, with what they say instead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.store import read
from socialplan.finding import Confidence

if TYPE_CHECKING:
    from collections.abc import Mapping


_LOCALES = {"TW": "zh-TW", "CN": "zh-CN", "Hant": "zh-TW", "Hans": "zh-CN"}


class LocalWord(NamedTuple):
    """What is said in a place instead of another place's word, and who says so."""

    say: str
    source: str
    confidence: Confidence


class Locale(NamedTuple):
    """The words of other places that stand out in a locale."""

    code: str
    """zh-TW or zh-CN, however the locale is written."""
    words: Mapping[str, LocalWord]
    fine: tuple[str, ...]
    """Longer words in which one of them is no word."""
    elsewhere: frozenset[str]
    """Platforms whose readers are of another place."""


@cache
def locale_words(tag: str) -> Locale | None:
    """The words for a locale such as zh-TW or zh-Hant-TW; None where none are listed."""
    parts = tag.replace("_", "-").split("-")
    code = _LOCALES.get(parts[-1], "")
    known = read("locale_words.yaml")
    written = known["locales"].get(code) if parts[0] == "zh" else None
    if written is None:
        return None
    words = {
        word: LocalWord(say, _reference(known, group["source"]), Confidence(group["confidence"]))
        for group in written["words"]
        for word, say in group["words"].items()
    }
    return Locale(code, words, tuple(written["fine"].split()), frozenset(written["elsewhere"]))


def _reference(known: Mapping[str, Mapping[str, Mapping[str, str]]], key: str) -> str:
    source = known["sources"][key]
    return f"{source['url'] or source['title']}, {known['as_of']}"
