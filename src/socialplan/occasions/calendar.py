"""The occasions of any days in a market."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.store import read
from socialplan.finding import Confidence
from socialplan.occasions.days_off import days_off, unknown
from socialplan.occasions.occasion import Occasion, Unknown
from socialplan.occasions.recurring import spans_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from socialplan.occasions.days_off import YearOff

CUSTOM = "general knowledge"
_TONES = {"festival": "festive", "sales": "promotion", "sober": "sober", "window": "promotion"}


def occasions_on(day: date, market: str) -> tuple[Occasion, ...]:
    """Give what a day is in a market, and the spans of days that it lies in."""
    market = market.upper()
    spans = (one for one in _windows_near(market, day.year) if one.first <= day <= one.last)
    return (*_year(market, day.year).get(day, ()), *spans)


def occasions_between(first: date, last: date, market: str) -> list[Occasion]:
    """List what begins on these days, both included, or began before and goes on."""
    market = market.upper()
    found = [
        one
        for year in range(first.year, last.year + 1)
        for day, some in _year(market, year).items()
        if first <= day <= last
        for one in some
    ]
    windows = {
        (one.id, one.first): one
        for year in range(first.year, last.year + 1)
        for one in _windows_near(market, year)
        if one.first <= last and one.last >= first
    }
    return sorted([*found, *windows.values()], key=lambda one: one.first)


def unknown_between(first: date, last: date, market: str) -> list[Unknown]:
    """List what is not known of the years that these days touch."""
    years = range(first.year, last.year + 1)
    return [found for year in years if (found := unknown(market.upper(), year))]


@cache
def named_days(market: str, year: int) -> tuple[Occasion, ...]:
    """Give the days of a year that people name in what they write; no spans, no days off."""
    return tuple(
        made for entry in _entries(market.upper()) for made in _made(entry, market.upper(), year)
    )


class _Entry(NamedTuple):
    written: Mapping[str, Any]
    kind: Any
    tone: Any
    source: str
    confidence: Confidence


@cache
def _all_entries(market: str) -> tuple[_Entry, ...]:
    known = read("occasions.yaml")
    return tuple(
        _entry(one, known["sources"]) for one in known["occasions"] if market in one["markets"]
    )


def _entry(one: Mapping[str, Any], sources: Mapping[str, str]) -> _Entry:
    kind = one.get("kind", "festival")
    source = one.get("source", CUSTOM)
    return _Entry(
        one,
        kind,
        one.get("tone", _TONES[kind]),
        f"{sources.get(source, source)}",
        Confidence(one.get("confidence", "medium")),
    )


def _entries(market: str) -> list[_Entry]:
    return [one for one in _all_entries(market) if one.kind != "window"]


def _made(entry: _Entry, market: str, year: int) -> Iterator[Occasion]:
    one = entry.written
    for first, last in spans_in(one, year):
        yield Occasion(
            one["id"],
            one["name"],
            first,
            last,
            entry.kind,
            entry.tone,
            market,
            entry.source,
            entry.confidence,
            also=tuple(one.get("also", ())),
            greet=one.get("greet", 1),
        )


@cache
def _windows_near(market: str, year: int) -> tuple[Occasion, ...]:
    """The spans that touch a year; those of the year before may reach into it."""
    return tuple(
        made
        for entry in _all_entries(market)
        if entry.kind == "window"
        for start in (year - 1, year)
        for made in _made(entry, market, start)
        if made.last.year >= year
    )


@cache
def _year(market: str, year: int) -> Mapping[date, tuple[Occasion, ...]]:
    """The days of a year; a public holiday with a name of its own in the file is said once."""
    found: dict[date, list[Occasion]] = {}
    for one in named_days(market, year):
        found.setdefault(one.first, []).append(one)
    off = days_off(market, year)
    if off is not None:
        _add(found, off, market)
    return {day: tuple(found[day]) for day in sorted(found)}


def _add(found: dict[date, list[Occasion]], off: YearOff, market: str) -> None:
    for day, reasons in off.days.items():
        there = found.setdefault(day, [])
        for reason in reasons:
            same = [i for i, one in enumerate(there) if one.id == reason.id]
            if same and not reason.observed:
                there[same[0]] = there[same[0]]._replace(off=True)
                continue
            there.append(
                Occasion(
                    reason.id,
                    reason.names,
                    day,
                    day,
                    "public-holiday",
                    "neutral" if reason.observed else "festive",
                    market,
                    off.source,
                    off.confidence,
                    off=True,
                )
            )
    names = read("occasions.yaml")["words"]["make-up-workday"]
    for day in off.workdays:
        found.setdefault(day, []).append(
            Occasion(
                "make-up-workday",
                names,
                day,
                day,
                "make-up-workday",
                "neutral",
                market,
                off.source,
                off.confidence,
            )
        )
