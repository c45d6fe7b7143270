"""Days of the lunar calendar and the solar terms, by tables of 1901 to 2100."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from socialplan.facts.store import FOLDER


class LunarYear(NamedTuple):
    """One line of the table."""

    new_year: date
    lengths: tuple[int, ...]
    """Days of each month, a leap month in its place."""
    leap: int
    """The month that a leap month follows; 0 for none."""
    qingming: date
    winter_solstice: date

    def day(self, month: int, day: int) -> date:
        """Find a day of a month that is no leap month; the 30th of a short one is its 29th."""
        before = month - 1 + (0 < self.leap < month)
        day = min(day, self.lengths[before])
        return self.new_year + timedelta(sum(self.lengths[:before]) + day - 1)


def lunar_year(year: int) -> LunarYear | None:
    """Give the lunar year that begins in a year; None outside the table."""
    line = _lines().get(year)
    return _read(*line.split()) if line else None


@cache
def _lines() -> dict[int, str]:
    text = (FOLDER / "lunar-years.txt").read_text(encoding="utf-8")
    return {int(line[:4]): line for line in text.splitlines() if not line.startswith("#")}


def _read(
    year: str, new_year: str, lengths: str, leap: str, qingming: str, solstice: str
) -> LunarYear:
    return LunarYear(
        date.fromisoformat(f"{year}-{new_year}"),
        tuple(29 + int(one) for one in lengths),
        int(leap),
        date.fromisoformat(f"{year}-{qingming}"),
        date.fromisoformat(f"{year}-{solstice}"),
    )
