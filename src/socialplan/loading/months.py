"""Days whose month is an English name: `Dec 26 2026`, `26th of December`."""

from __future__ import annotations

import re
from functools import cache

_MONTHS = (
    r"jan(?:uary)?", r"feb(?:ruary)?", r"mar(?:ch)?", r"apr(?:il)?", r"may", r"june?",
    r"july?", r"aug(?:ust)?", r"sept?(?:ember)?", r"oct(?:ober)?", r"nov(?:ember)?",
    r"dec(?:ember)?",
)  # fmt: skip
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def months_in_digits(text: str) -> str:
    """Write `Sat, Dec 26th, 2026 at 7pm` as `2026-12-26 7pm`, and without its year as 12月26日."""
    found = next(filter(None, (one.search(text) for one in _days())), None)
    if found is None:
        return text
    month = _SHORT.index(found["month"][:3].lower()) + 1
    day = f"{month}月{found['day']}日"
    written = f"{found['year']}-{month}-{found['day']}" if found["year"] else day
    return f"{text[: found.start()]}{written} {text[found.end() :].lstrip()}".rstrip()


@cache
def _days() -> tuple[re.Pattern[str], ...]:
    """Match the day before its month, or else behind it."""
    weekday = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    month = rf"(?P<month>\b(?:{'|'.join(_MONTHS)})\b)\.?"
    day = r"(?<![\d:])(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
    year = r"(?:[\s,-]+(?P<year>\d{4})\b(?!:))?(?:,|\s+at\b)?"
    orders = (rf"{day}[\s-]+(?:of\s+)?{month}", rf"{month}\s*{day}")
    return tuple(re.compile(weekday + order + year, re.IGNORECASE) for order in orders)
