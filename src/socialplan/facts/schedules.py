"""How far ahead a platform plans, and how often it lets an account post."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.fact import Known, look_up
from socialplan.facts.limits import NATIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.facts.fact import Fact

_DAYS = {"day": 1, "month": 30, "year": 365}


class Window(NamedTuple):
    """The shortest lead and the furthest horizon of a platform's own scheduler or its API."""

    min: timedelta | None
    max: timedelta | None
    surface: str | None
    fact: Fact
    soft: bool


class Rate(NamedTuple):
    """How many posts an account may send in a day or a month."""

    max: int
    per: str
    """`day` or `month`"""
    formats: tuple[str, ...]
    """The formats that count; all where empty."""
    surface: str | None
    tier: str | None
    fact: Fact
    soft: bool


class Schedule(NamedTuple):
    """What a platform says about posting later and about posting often."""

    native: bool | None
    """Whether it has a scheduler of its own; None where that is not known."""
    native_fact: Fact | None
    windows: tuple[Window, ...]
    rates: tuple[Rate, ...]

    def window(self, surface: str | None = NATIVE) -> Window | None:
        """The window of a surface, and the one for all surfaces where it has none of its own."""
        of_surface = [window for window in self.windows if window.surface == (surface or NATIVE)]
        of_all = [window for window in self.windows if window.surface is None]
        return next(iter(of_surface + of_all), None)

    def rates_for(
        self, surface: str | None = NATIVE, tier: str | None = None, post_format: str | None = None
    ) -> list[Rate]:
        return [
            rate
            for rate in self.rates
            if rate.surface in (None, surface or NATIVE)
            and rate.tier in (None, tier)
            and (not rate.formats or post_format is None or post_format in rate.formats)
        ]


def schedule_of(written: Mapping[str, Any], facts: Mapping[str, Fact]) -> Schedule:
    """Read the `schedule` of a pack."""
    native = look_up(facts, written["native"]) if written.get("native") else None
    return Schedule(
        native.value if native else None,
        native.fact if native else None,
        tuple(_window(entry, facts) for entry in written.get("windows", ())),
        tuple(_rate(entry, facts) for entry in written.get("rates", ())),
    )


def _window(entry: Mapping[str, Any], facts: Mapping[str, Fact]) -> Window:
    low = look_up(facts, entry["min"]) if "min" in entry else None
    high = look_up(facts, entry["max"]) if "max" in entry else None
    fact = (high or low or look_up(facts, entry["fact"])).fact
    return Window(
        _span(low) if low else None,
        _span(high) if high else None,
        entry.get("surface"),
        fact,
        entry.get("soft", False),
    )


def _span(known: Known) -> timedelta:
    """`30 days` as written, or a bare number in the fact's own unit."""
    written = known.value
    count, unit = written.split() if isinstance(written, str) else (written, known.fact.unit)
    unit = unit.removesuffix("s")
    if unit in _DAYS:
        return timedelta(days=int(count) * _DAYS[unit])
    return timedelta(**{unit + "s": int(count)})


def _rate(entry: Mapping[str, Any], facts: Mapping[str, Fact]) -> Rate:
    known = look_up(facts, entry["max"])
    return Rate(
        known.value,
        entry["per"],
        tuple(entry.get("formats", ())),
        entry.get("surface"),
        entry.get("tier"),
        known.fact,
        entry.get("soft", False),
    )
