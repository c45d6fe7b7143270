"""A number or a rule somebody else set, with where and when it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.finding import Confidence

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fact(NamedTuple):
    """One thing that is known; a value of None means that no limit is documented."""

    id: str
    value: Any
    unit: str
    source: str | None
    as_of: str
    confidence: Confidence
    note: str = ""

    @property
    def cited(self) -> str:
        """Host or repository, and date: `help.x.com, 2026-07`; only the date if no page says it."""
        return f"{_short(self.source)}, {self.as_of}" if self.source else self.as_of

    @property
    def reference(self) -> str:
        """Where it was read, in full, and when."""
        return f"{self.source or 'general knowledge'}, {self.as_of}"


def _short(source: str) -> str:
    if source.startswith("github:"):
        return source.removeprefix("github:").split()[0]
    return source.partition("://")[2].partition("/")[0].removeprefix("www.") or source


class Known(NamedTuple):
    """A value taken out of a fact, and the fact it was taken from."""

    value: Any
    fact: Fact


def facts_of(pack: Mapping[str, Any]) -> dict[str, Fact]:
    """The `facts` of a data file; a source may be named by its key under `sources`."""
    sources = pack.get("sources", {})
    return {name: _fact(name, entry, sources) for name, entry in pack.get("facts", {}).items()}


def _fact(name: str, entry: Mapping[str, Any], sources: Mapping[str, str]) -> Fact:
    source = entry["source"]
    return Fact(
        name,
        entry["value"],
        entry["unit"],
        sources.get(source, source) if source else None,
        entry["as_of"],
        Confidence(entry["confidence"]),
        entry.get("note", ""),
    )


def look_up(facts: Mapping[str, Fact], reference: str) -> Known:
    """Follow `reel_spec.max_seconds` or `plan_jp.0` to the value of a fact."""
    name, *steps = reference.split(".")
    value = facts[name].value
    for step in steps:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return Known(value, facts[name])
