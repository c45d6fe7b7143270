"""Dates, times and numbers as a locale writes them; Babel knows how."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

if TYPE_CHECKING:
    from datetime import date, datetime

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
        return str(format_skeleton("MMMEd", day, locale=self.locale))

    def weekday(self, day: date) -> str:
        """Write the short name of a weekday, e.g. `週三`."""
        return str(format_date(day, "EEE", locale=self.locale))

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
        """Write a stretch of days, e.g. `2026年11月30日 – 12月6日`."""
        if first == last:
            return self.long(first)
        short = self.long(last) if first.year != last.year else self._month_day(last)
        return (
            f"{self.long(first)} – {short}"
            if self.locale.language == "zh"
            else (
                f"{self._month_day(first) if first.year == last.year else self.long(first)} – "
                f"{self.long(last)}"
            )
        )

    def time(self, at: datetime) -> str:
        """Write a time of day on 24 hours, as plans do."""
        return f"{at:%H:%M}"

    def number(self, value: float) -> str:
        """Write a number with the locale's separators."""
        return str(format_decimal(value, locale=self.locale))

    def compact(self, value: float) -> str:
        """Write a large number in the locale's own units, e.g. `2200萬` or `22M`."""
        return str(format_compact_decimal(value, locale=self.locale, fraction_digits=1))

    def percent(self, value: float) -> str:
        """Write a share such as 0.4 as `40%`."""
        return str(format_percent(value, "#,##0.#%", locale=self.locale))

    def _month_day(self, day: date) -> str:
        return str(format_skeleton("MMMd", day, locale=self.locale))


@cache
def _locale(tag: str) -> Locale:
    name = tag.replace("-", "_")
    try:
        return Locale.parse(_SCRIPTS.get(name, name))
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")
