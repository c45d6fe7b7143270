"""Markets: what a brand's country gives a plan before the plan says anything itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.store import read

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKETS = ("TW", "CN", "HK", "MO", "JP", "US")
_MONDAY = 0


class Market(NamedTuple):
    """One country or region: language, time zone, calendar and the law on wording."""

    code: str
    names: Mapping[str, str]
    locale: str
    timezone: str
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
    from babel.core import get_global

    english = Locale("en")
    name = english.territories.get(code)
    zones = get_global("territory_zones").get(code)
    if name is None or not zones or len(code) != 2:
        return None
    language = _language_of(code)
    locale = Locale.parse(language, sep="-")
    currencies = get_global("territory_currencies").get(code, ())
    return Market(
        code,
        {"en": name, **_names_of(code)},
        language,
        _zone_of(code, zones),
        get_global("week_data")["first_day"].get(code, _MONDAY) or locale.first_week_day,
        code,
        currencies[-1][0] if currencies else None,
        (),
        "",
        "Unicode CLDR",
        known=False,
    )
