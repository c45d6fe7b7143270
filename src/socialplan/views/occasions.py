"""Festivals, days off and spans of days that calendar pages mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan import facts, occasions
from socialplan.finding import Confidence

if TYPE_CHECKING:
    from datetime import date

    from socialplan.views import Asked


@dataclass(frozen=True)
class Occasion:
    """What a day is in the plan's market, or some days are."""

    id: str
    name: str
    """In the page's language."""
    kind: str
    """public-holiday, make-up-workday, festival, sales, sober, or window for a span of days."""
    tone: str
    """festive, promotion, complaint, sober or neutral: whether an offer fits the day."""
    off: bool
    """Whether offices are closed."""
    first: date
    last: date

    @property
    def mark(self) -> str:
        """How a page labels it: `off`, else its kind."""
        return "off" if self.off else self.kind

    @property
    def is_sober(self) -> bool:
        return self.tone == "sober"


@dataclass(frozen=True)
class Unknown:
    """What cannot be said of a year's days off."""

    market: str
    """Its name in the page's language."""
    year: int
    what: str
    """public-holidays or make-up-workdays."""
    why: str
    """not-announced, not-installed (`socialplan[holidays]` may know) or not-covered."""


def occasions_on(asked: Asked, day: date) -> tuple[Occasion, ...]:
    """Give what a day is; spans of days are told once, by `windows_of`."""
    market = asked.plan.brand.market
    found = occasions.occasions_on(day, market) if market else ()
    return tuple(_shown(asked, one) for one in found if one.kind != "window")


def days_marked(asked: Asked) -> set[date]:
    """Give the days of the window that are an occasion."""
    market = asked.plan.brand.market
    found = occasions.occasions_between(*asked.window, market) if market else ()
    return {one.first for one in found if one.kind != "window"}


def windows_of(asked: Asked) -> tuple[Occasion, ...]:
    """List the spans of days that the page touches; not those that every store sets for itself."""
    market = asked.plan.brand.market
    found = occasions.occasions_between(*asked.window, market) if market else ()
    return tuple(
        _shown(asked, one)
        for one in found
        if one.kind == "window" and one.confidence is not Confidence.LOW
    )


def occasions_of(asked: Asked) -> tuple[Occasion, ...]:
    """List what the days and spans of days of the window are, as a calendar's own entries."""
    market = asked.plan.brand.market
    found = occasions.occasions_between(*asked.window, market) if market else ()
    return tuple(
        _shown(asked, one)
        for one in found
        if one.kind != "window" or one.confidence is not Confidence.LOW
    )


def unknown_of(asked: Asked) -> tuple[Unknown, ...]:
    """List what is not known of the years that the page touches."""
    market = asked.plan.brand.market
    known = facts.market(market) if market else None
    if market is None or known is None:
        return ()
    name = known.names.get(asked.language, market)
    return tuple(
        Unknown(name, one.year, one.what, one.why)
        for one in occasions.unknown_between(*asked.window, market)
    )


def _shown(asked: Asked, one: occasions.Occasion) -> Occasion:
    name = one.name(asked.language)
    return Occasion(one.id, name, one.kind, one.tone, one.off, one.first, one.last)
