"""What was probably meant by a value of the wrong shape: `1,000`, `2027/03/31`, `Asia/Taipe`."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})[:：點点h](\d{2})")
_GROUPED = re.compile(r"-?\d{1,3}(?:[,' _]\d{3})+(?:\.\d+)?")


def meant(kind: str, value: object) -> str | None:
    """Give the right way to write it, where that is plain to see; `kind` is pydantic's error."""
    if not isinstance(value, str):
        return None
    text = unicodedata.normalize("NFKC", value).strip()
    if kind in ("number_shape", "count_shape"):
        return re.sub(r"[,' _]", "", text) if _GROUPED.fullmatch(text) else _plain(text, value)
    if kind in ("date_shape", "time_missing"):
        return _moment(text, value)
    if kind == "clock_shape":
        clock = _CLOCK.search(text)
        return f'"{int(clock[1]):02d}:{clock[2]}"' if clock and int(clock[1]) < 24 else None
    if kind == "unknown_timezone":
        from zoneinfo import available_timezones

        near = get_close_matches(text.replace(" ", "_"), available_timezones(), n=1, cutoff=0.7)
        return near[0] if near else None
    return None


_COUNTED = re.compile(
    r"(-?\d+(?:\.\d+)?)\s*(k|w|千|萬|万|m|hours?|hrs?|h|小時|小时)?", re.IGNORECASE
)
_THOUSANDS = {"k": 1_000, "千": 1_000, "w": 10_000, "萬": 10_000, "万": 10_000, "m": 1_000_000}


def _plain(text: str, value: str) -> str | None:
    """Write full-width digits, 10k, 1.5 萬 or 6 小時 as the number that they mean."""
    found = _COUNTED.fullmatch(text)
    if found is None or text == value == found[1]:
        return None
    number = float(found[1]) * _THOUSANDS.get((found[2] or "").lower(), 1)
    return f"{number:.10g}"


def _moment(text: str, value: str) -> str | None:
    day, clock = _DAY.search(text), _CLOCK.search(text)
    if day is None or _left_over(text, day, clock):
        return None
    with suppress(ValueError):
        written = date(int(day[1]), int(day[2]), int(day[3])).isoformat()
        if clock and int(clock[1]) < 24 and int(clock[2]) < 60:
            written += f" {int(clock[1]):02d}:{clock[2]}"
        elif written == value:  # only the time is missing, and nobody else knows it
            return None
        return written
    return None


def _left_over(text: str, day: re.Match[str], clock: re.Match[str] | None) -> bool:
    """Say whether words stand beside day and time, such as 晚上八點, that would be lost."""
    for found in (clock, day):
        if found is not None:
            text = text[: found.start()] + text[found.end() :]
    return bool(
        re.search(r"\w", re.sub(r"[((][^))]*[))]|[TtZz]|[週周星期禮拜一二三四五六日]", "", text))
    )
