"""The times that titles name, by which two titles of one shape differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.store import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class TimeWords(NamedTuple):
    """One kind of time: a season, a weekday, a festival."""

    kind: str
    words: Mapping[str, str]
    """What stands for which time."""
    patterns: tuple[str, ...]
    """In folded text; the first group that took part is the time."""


@cache
def title_times() -> tuple[TimeWords, ...]:
    """All kinds, with the names of festivals that every calendar has."""
    written = read("title_times.yaml")
    kinds = {kind: one for kind, one in written.items() if isinstance(one, dict)}
    return tuple(
        TimeWords(
            kind,
            dict(_festivals() if kind == "festival" else ()) | dict(_listed(one)),
            tuple(one.get("patterns", ())),
        )
        for kind, one in kinds.items()
    )


def _listed(one: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for meaning, words in one.get("words", {}).items():
        for word in words.split():
            yield word.replace("-", " "), meaning


def _festivals() -> Iterator[tuple[str, str]]:
    """The days that are no spans: a span is named after its day."""
    for one in read("occasions.yaml")["occasions"]:
        if one.get("kind") != "window":
            for name in (*one["name"].values(), *one.get("also", ())):
                yield name.partition(",")[0], one["id"]
