"""What was probably meant by a value of the wrong shape: `1,000`, `2027/03/31`, `Asia/Taipe`."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from socialplan.plan.times import WEEKDAYS

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})[:：點点h](\d{2})")
_SPOKEN = re.compile(
    r"(?P<half>上午|早上|下午|晚上|晚間|傍晚)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:[:：](?P<minute>\d{2})|[點点](?P<rest>半|\d{1,2}分?)?整?)"
)
_AFTER_NOON = ("下午", "晚上", "晚間", "傍晚")
_EVENING = ("晚上", "晚間")
_DAYS = "一二三四五六日一二三四五六天"
_GROUPED = re.compile(r"-?\d{1,3}(?:[,' _]\d{3})+(?:\.\d+)?")


def meant(kind: str, value: object) -> str | None:
    """Give the right way to write it, where that is plain to see; `kind` is pydantic's error."""
    if not isinstance(value, str):
        return None
    text = unicodedata.normalize("NFKC", value).strip()
    if kind in ("number_shape", "count_shape"):
        return re.sub(r"[,' _]", "", text) if _GROUPED.fullmatch(text) else _plain(text, value)
    if kind == "money_shape":
        return _money(text)
    if kind in ("date_shape", "time_missing"):
        return _moment(text, value)
    if kind == "clock_shape":
        return _clock(text)
    if kind == "day_name" and len(text) == 1 and text in _DAYS:
        return WEEKDAYS[_DAYS.index(text) % 7]
    if kind == "unknown_timezone":
        from zoneinfo import available_timezones

        near = get_close_matches(text.replace(" ", "_"), available_timezones(), n=1, cutoff=0.7)
        return near[0] if near else None
    return None


def _clock(text: str) -> str | None:
    """Write 下午7點 or 晚上 8 點半 as a clock does."""
    found = _SPOKEN.fullmatch(text) or _CLOCK.search(text)
    if found is None:
        return None
    if found.re is _CLOCK:
        hour, minute = int(found[1]), int(found[2])
    else:
        rest = (found["rest"] or "").removesuffix("分")
        hour, minute = int(found["hour"]), 30 if rest == "半" else int(found["minute"] or rest or 0)
        if hour == 12 and found["half"] in _EVENING:
            return None  # midnight belongs to another day
        hour += 12 if found["half"] in _AFTER_NOON and hour < 12 else 0
    return f'"{hour:02d}:{minute:02d}"' if hour < 24 and minute < 60 else None


_COUNTED = re.compile(
    r"(-?\d+(?:\.\d+)?)\s*(k|w|千|萬|万|m|hours?|hrs?|h|小時|小时)?\s*[人位則则次個个篇件份]?",
    re.IGNORECASE,
)
_THOUSANDS = {"k": 1_000, "千": 1_000, "w": 10_000, "萬": 10_000, "万": 10_000, "m": 1_000_000}


def _plain(text: str, value: str) -> str | None:
    """Write full-width digits, 10k, 1.5 萬 or 6 小時 as the number that they mean."""
    found = _COUNTED.fullmatch(text)
    if found is None or text == value == found[1]:
        return None
    number = float(found[1]) * _THOUSANDS.get((found[2] or "").lower(), 1)
    return f"{number:.10g}"


_SUM = re.compile(
    r"(?P<before>\D{0,9}?)\s*(?P<amount>(?:\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.\d+)?)"
    r"\s*(?P<scale>[kw千萬万])?\s*"
    r"(?P<after>(?:元|圓|塊錢?|块钱?)?整?|[a-z]{3}|美[元金]|[港日]元|[港台臺]幣|港币)",
    re.IGNORECASE,
)
_LONGEST_SUM = 40
_CURRENCIES = {
    **dict.fromkeys(["新台幣", "新臺幣", "台幣", "臺幣", "新台币", "台币", "NTD", "NT"], "TWD"),
    **dict.fromkeys(["人民币", "人民幣", "RMB"], "CNY"),
    **dict.fromkeys(["港幣", "港币", "港元", "HK"], "HKD"),
    **dict.fromkeys(["美金", "美元", "US"], "USD"),
    **dict.fromkeys(["日圓", "日元", "日幣", "日币"], "JPY"),
}


def _money(text: str) -> str | None:
    """Write 新台幣 25,000 元 or 5.8 萬元 as an amount with its currency's code."""
    found = _SUM.fullmatch(text) if len(text) <= _LONGEST_SUM else None
    if found is None:
        return None
    units = [found["before"].strip().upper().rstrip("$"), found["after"].upper()]
    codes = {unit: unit for unit in units if re.fullmatch("[A-Z]{3}", unit)} | _CURRENCIES
    known = [codes[unit] for unit in units if unit in codes]
    if units[0] and not known:
        return None
    number = float(re.sub("[,' ]", "", found["amount"]))
    number *= _THOUSANDS.get((found["scale"] or "").lower(), 1)
    return " ".join([*known[:1], f"{number:.10g}"])


def _moment(text: str, value: str) -> str | None:
    day, clock = _DAY.search(text), _CLOCK.search(text)
    if day is not None and clock is None:
        text, clock = _with_clock(text, day)
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


def _with_clock(text: str, day: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """Write the 晚上8點 behind a day as a clock does."""
    behind = text[day.end() :].strip()
    spoken = _clock(behind) if re.search("[點点]", behind) and _SPOKEN.fullmatch(behind) else None
    if spoken is None:
        return text, None
    written = text[: day.end()] + " " + spoken.strip('"')
    return written, _CLOCK.search(written, day.end())


def _left_over(text: str, day: re.Match[str], clock: re.Match[str] | None) -> bool:
    """Say whether words stand beside day and time, such as 晚上八點, that would be lost."""
    for found in (clock, day):
        if found is not None:
            text = text[: found.start()] + text[found.end() :]
    return bool(
        re.search(r"\w", re.sub(r"[((][^))]*[))]|[TtZz]|[週周星期禮拜一二三四五六日]", "", text))
    )
