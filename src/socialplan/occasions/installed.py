"""What the package `holidays` knows, where it is installed; importing it takes 0.2 s."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

import holidays

from socialplan.finding import Confidence
from socialplan.occasions.days_off import DayOff, YearOff

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_CATEGORIES = {"HK": ("optional", "public"), "MO": ("optional", "public")}
"""Where the public holidays proper are fewer than the days on which offices close."""
_CHINESE = {"zh-TW": ("zh_TW", "zh_HK", "zh_MO"), "zh-CN": ("zh_CN",)}


def read_installed(market: str, year: int) -> YearOff | None:
    """Read one year of a market; None where the package does not cover it."""
    try:
        english = _read(market, year, None)
    except NotImplementedError:
        return None
    if not english.start_year <= year <= english.end_year:
        return None
    named = {"en": _in_english(market, year) or english}
    for ours, theirs in _CHINESE.items():
        spoken = [one for one in theirs if one in english.supported_languages]
        if spoken:
            named[ours] = _read(market, year, spoken[0])
    return YearOff(
        {day: (_day_off(day, named),) for day in sorted(english) if day.year == year},
        tuple(sorted(day for day in english.weekend_workdays if day.year == year)),
        f"github:vacanza/holidays {version('holidays')}",
        Confidence.MEDIUM,
    )


def _read(market: str, year: int, language: str | None) -> holidays.HolidayBase:
    categories = _CATEGORIES.get(market, ("public",))
    return holidays.country_holidays(market, years=year, language=language, categories=categories)


def _in_english(market: str, year: int) -> holidays.HolidayBase | None:
    spoken = _read(market, year, None).supported_languages
    english = next((one for one in sorted(spoken, reverse=True) if one.startswith("en")), None)
    return _read(market, year, english) if english else None


def _day_off(day: date, named: Mapping[str, holidays.HolidayBase]) -> DayOff:
    names = {language: calendar[day] for language, calendar in named.items() if day in calendar}
    id_ = re.sub(r"\W+", "-", names["en"].lower()).strip("-")
    return DayOff(id_, names, observed="(observed" in names["en"])
