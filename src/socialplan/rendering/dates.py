"""Dates, times and numbers as a locale writes them; Babel knows how."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, get_day_names
from babel.numbers import format_compact_decimal, format_decimal, format_percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time

_SCRIPTS = {
    "zh_TW": "zh_Hant_TW",
    "zh_HK": "zh_Hant_HK",
    "zh_MO": "zh_Hant_MO",
    "zh_CN": "zh_Hans_CN",
}


class Dates:
    """Writes dates and numbers in one locale, e.g. `zh-TW`; in English where Babel lacks it."""

    def __init__(self, tag: str) -> None:
        self.locale = _locale(tag)

    def day(self, day: date) -> str:
        """Write a date with its weekday, e.g. `12月2日（週三）`."""
        if self.locale.language == "zh":
            return f"{day.month}月{day.day}日（{self.weekday(day)}）"
        return _skeleton("MMMEd", day, self.locale)

    def weekday(self, day: date) -> str:
        """Write the short name of a weekday, e.g. `週三`."""
        return str(get_day_names("abbreviated", locale=self.locale)[day.weekday()])

    def moment(self, day: date, at: time | None = None) -> str:
        """Write a date and its own time or another, e.g. `12月2日（週三）20:00`."""
        gap = "" if self.locale.language == "zh" else " "  # a full-width bracket has room in it
        return f"{self.day(day)}{gap}{at or day:%H:%M}"

    def short(self, day: date) -> str:
        """Write month and day in figures, e.g. `12/2`."""
        return str(format_skeleton("Md", day, locale=self.locale))

    def long(self, day: date) -> str:
        """Write a whole date, e.g. `2026年12月2日`."""
        return str(format_date(day, "long", locale=self.locale))

    def month(self, day: date) -> str:
        """Write a month and its year, e.g. `2026年12月`."""
        return str(format_skeleton("yMMMM", day, locale=self.locale))

    def span(self, first: date, last: date) -> str:
        """Write a stretch of days, e.g. `2026年11月30日至12月6日`."""
        if first == last:
            return self.long(first)
        written = format_interval(first, last, "yMMMd", locale=self.locale)
        return str(written).replace("\u2009", " ")  # a thin space, which few fixed fonts have

    def brief(self, day: date) -> str:
        """Write a date and its weekday as short as can be, e.g. `12/2 週三`."""
        if self.locale.language == "zh":
            return f"{day.month}/{day.day} {self.weekday(day)}"
        return _skeleton("MMMEd", day, self.locale)

    def weekdays(self, days: Sequence[int]) -> str:
        """Write days of the week in order, 0 for Monday, e.g. `週一至五` or `週三、五`."""
        chinese = self.locale.language == "zh"
        names = get_day_names("abbreviated", locale=self.locale)
        runs = [(names[first], names[last]) for first, last in _runs(days)]
        if chinese:  # the 週 is said once
            runs = [(a[-1], b[-1]) for a, b in runs]
        dash, comma = ("至", "、") if chinese else ("–", ", ")
        said = comma.join(a if a == b else f"{a}{dash}{b}" for a, b in runs)
        return names[0][:-1] + said if chinese and said else said

    def time(self, at: datetime) -> str:
        """Write a time of day on 24 hours, as plans do."""
        return f"{at:%H:%M}"

    def number(self, value: float) -> str:
        """Write a number with the locale's separators."""
        return _decimal(value + 0, self.locale)  # of a zero the sign is dropped

    def compact(self, value: float) -> str:
        """Write a large number in the locale's own units, e.g. `2200萬` or `22M`."""
        return str(format_compact_decimal(value, locale=self.locale, fraction_digits=1))

    def percent(self, value: float) -> str:
        """Write a share such as 0.4 as `40%`."""
        shown = value if round(value, 4) else 0.0  # a tenth of a permille back is no “-0%”
        return str(format_percent(shown, "#,##0.##%", locale=self.locale))


def _runs(days: Sequence[int]) -> list[tuple[int, int]]:
    """Join three days or more that follow each other into first and last."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    joined: list[tuple[int, int]] = []
    for run in runs:
        joined += [(run[0], run[-1])] if len(run) > 2 else [(day, day) for day in run]
    return joined


@lru_cache(maxsize=4096)
def _decimal(value: float, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=4096)
def _skeleton(skeleton: str, day: date, locale: Locale) -> str:
    return str(format_skeleton(skeleton, day, locale=locale))


@cache
def _locale(tag: str) -> Locale:
    name = tag.replace("-", "_")
    try:
        return Locale.parse(_SCRIPTS.get(name, name))
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")
