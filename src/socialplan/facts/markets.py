"""Markets: what a brand's country gives a plan before the plan says anything itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.store import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

MARKETS = ("TW", "CN", "HK", "MO", "JP", "US")


class Market(NamedTuple):
    """One country or region: language, time zone, calendar and the law on wording."""

    code: str
    names: Mapping[str, str]
    locale: str
    timezone: str | None
    """None where a country has several and none is its main one: the plan must say."""
    first_weekday: int
    """0 is Monday, as in Python's calendar."""
    calendar: str
    """The code of its public holidays."""
    currency: str | None
    wording: tuple[str, ...]
    """The jurisdictions whose wording rules hold there."""
    note: str
    source: str | None
    known: bool
    """Whether this package describes it, or only the locale data do."""


@cache
def market(code: str) -> Market | None:
    """A described market, or what locale data know of any other country."""
    code = code.upper()
    entry = read("markets.yaml")["markets"].get(code) if code in MARKETS else None
    return _generic(code) if entry is None else _described(code, entry)


def market_named(name: str) -> str | None:
    """Give the code of a country by its English or Chinese name, or by another code (UK, DEU)."""
    from babel import Locale
    from babel.core import get_global

    others = get_global("territory_aliases").get(name.upper(), [])
    codes = set(others) if len(others) == 1 else set()
    for language in ("en", "zh_Hant", "zh_Hans"):
        territories = Locale.parse(language).territories.items()
        codes |= {code for code, called in territories if called.casefold() == name.casefold()}
    return next((code for code in sorted(codes) if market(code) is not None), None)


def _described(code: str, entry: Mapping[str, Any]) -> Market:
    return Market(
        code,
        entry["name"],
        entry["locale"],
        entry["timezone"],
        entry["first_weekday"],
        entry["calendar"],
        entry["currency"],
        tuple(entry["wording"]),
        entry["note"],
        entry["source"],
        known=True,
    )


def _generic(code: str) -> Market | None:
    from babel import Locale
    from babel.numbers import get_territory_currencies

    zones = _zones_of(code)
    name = Locale.parse("en").territories.get(code)
    if name is None or not zones:
        return None
    locale = _locale_of(code)
    currencies = get_territory_currencies(code)
    return Market(
        code,
        {"en": name, "zh-TW": _territory("zh_Hant", code), "zh-CN": _territory("zh_Hans", code)},
        f"{locale.language}-{code}",
        _main_zone(zones),
        locale.first_week_day,
        code,
        currencies[-1] if currencies else None,
        (),
        "",
        "Unicode CLDR and the IANA time zone database",
        known=False,
    )


def _locale_of(code: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"und_{code}")
    except UnknownLocaleError:  # a language without locale data, as that of BQ
        return Locale.parse("en_001")


def _territory(language: str, code: str) -> str:
    from babel import Locale

    return str(Locale.parse(language).territories[code])


def _zones_of(code: str) -> list[list[str]]:
    """The rows of the time zone database's table for a country: code, place, zone, comment."""
    from importlib.resources import files

    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [row for row in rows if row[0] == code]


def _main_zone(zones: list[list[str]]) -> str | None:
    """The only zone, or the one that the table says most of the country keeps."""
    main = zones if len(zones) == 1 else [row for row in zones if "most of" in row[-1]]
    return main[0][2] if len(main) == 1 else None
