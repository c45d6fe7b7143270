"""How much a platform takes: text, images, seconds, bytes, ratios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socialplan.facts.fact import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from socialplan.facts.fact import Fact

NATIVE = "native"
_BYTES = {"KB": 1000, "MB": 1_000_000, "MiB": 1_048_576, "GB": 1_000_000_000}
_TIMES = {"minutes": 60, "hours": 3600, "days": 86_400}


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """One bound on one field; several may hold for a field at once."""

    field: str
    """`text`, `title`, `images`, `hashtags`, `image.width`, `video.seconds`, …"""
    min: float | None
    max: float | None
    allowed: tuple[str, ...]
    """The types or ratios that are taken, where the bound is a list."""
    count: str
    """A counter's name for text; else items, bytes, seconds, pixels, ratio or types."""
    surface: str | None
    tier: str | None
    region: str | None
    fact: Fact
    soft: bool
    """Advice or a figure in dispute: never an error."""
    fold: bool
    """Where readers must tap to see the rest; nothing is refused."""

    @property
    def bounds(self) -> bool:
        """Whether anything is known; a fact without a value sets no bound."""
        return self.min is not None or self.max is not None or bool(self.allowed)


def limits_of(field: str, entries: Any, facts: Mapping[str, Fact]) -> list[Limit]:
    """Read the bounds of one field; a single one may stand without a list."""
    listed = entries if isinstance(entries, list) else [entries]
    return [_limit(field, entry, facts) for entry in listed]


def _limit(field: str, entry: Mapping[str, Any], facts: Mapping[str, Fact]) -> Limit:
    low = _bound(entry.get("min"), facts)
    high = _bound(entry.get("max"), facts)
    allowed = _bound(entry.get("allowed"), facts)
    unit = entry.get("count", "items")
    fact = facts[entry["fact"]] if "fact" in entry else (high[1] or low[1] or allowed[1])
    if fact is None:
        raise ValueError(f"the bound on {field} names no fact")
    return Limit(
        field,
        _number(low[0], unit),
        _number(high[0], unit),
        _words(allowed[0]),
        _base(unit),
        entry.get("surface"),
        entry.get("tier"),
        entry.get("region"),
        fact,
        entry.get("soft", False) or entry.get("fold", False),
        entry.get("fold", False),
    )


def _bound(written: Any, facts: Mapping[str, Fact]) -> tuple[Any, Fact | None]:
    """A reference to a fact, or the 0 or 1 of something that is absent or single."""
    if not isinstance(written, str):
        return written, None
    known = look_up(facts, written)
    return known.value, known.fact


def _number(value: Any, unit: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, str):
        return ratio_of(value)
    number: float = value * (_BYTES | _TIMES).get(unit, 1)
    return number


def _base(unit: str) -> str:
    """The unit in which bounds are compared."""
    if unit in _BYTES:
        return "bytes"
    return "seconds" if unit in _TIMES else unit


def ratio_of(text: str) -> float:
    """Width over height of `4:5` or `1.91:1`."""
    width, height = text.split(":")
    return float(width) / float(height)


def _words(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def applicable(
    limits: Iterable[Limit], surface: str | None, tier: str | None, region: str | None
) -> list[Limit]:
    """Those that hold for an account; what is said of its tier replaces what is said of all."""
    here = [
        limit
        for limit in limits
        if limit.bounds
        and limit.surface in (None, surface or NATIVE)
        and limit.region in (None, region)
    ]
    of_tier = [limit for limit in here if limit.tier is not None and limit.tier == tier]
    return of_tier or [limit for limit in here if limit.tier is None]
