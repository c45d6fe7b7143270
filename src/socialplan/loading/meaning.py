"""What was probably meant by a value of the wrong shape: `1,000`, `2027/03/31`, `Asia/Taipe`."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.loading.months import months_in_digits
from socialplan.loading.numerals import number_of
from socialplan.loading.rates import percentage, share_of_hundred
from socialplan.loading.zones import zone_meant
from socialplan.plan.times import WEEKDAYS

if TYPE_CHECKING:
    from socialplan.finding import PlanPath

_DAY = re.compile(r"((?<!\d)1\d\d|\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")
_CLOCK = re.compile(r"(\d{1,2})[:：點点h](\d{2})")
_DOTTED = re.compile(r"(?:^|\s)(\d{1,2})\.(\d{2})$")
_HALF = re.compile("上午|早上|中午|下午|晚上|晚間|晚间|傍晚")
_SPOKEN = re.compile(
    rf"(?P<half>{_HALF.pattern})?\s*"
    r"(?P<hour>\d{1,2})\s*"
    r"(?:[:：](?P<minute>\d{2})|[點点](?P<rest>半|\d{1,2}分?)?整?)"
)
_ENGLISH = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?", re.IGNORECASE)
_HALVES_END = {"中午": 10, **dict.fromkeys(("下午", "晚上", "晚間", "晚间", "傍晚"), 12)}
"""Below which hour one of the afternoon is meant: 中午 1 點 is 13:00, 中午 11 點 is none."""
_MIDNIGHT = re.compile(r"(?<!\d)24:00(?::00)?$")
_EVENING = ("晚上", "晚間", "晚间")
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}(?=[點点月日號号分])")
_MONTH_AND_DAY = re.compile(r"(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*[日號号]?")
_REPUBLIC = 1911
"""What the years of 民國 are counted from."""
_SEVERAL_DAYS = {
    **dict.fromkeys(("每天", "每日", "天天", "daily", "every day", "everyday"), WEEKDAYS),
    **dict.fromkeys(("平日", "工作日", "weekdays"), WEEKDAYS[:5]),
    **dict.fromkeys(("週末", "周末", "weekend", "weekends"), WEEKDAYS[5:]),
}
_RHYTHMS = {
    **dict.fromkeys(("daily", "每天", "每日", "天天"), "day"),
    **dict.fromkeys(("weekly", "每週", "每周", "每星期"), "week"),
    **dict.fromkeys(("fortnightly", "每兩週", "每两周", "隔週", "隔周"), "2 weeks"),
    **dict.fromkeys(("monthly", "每月", "每個月", "每个月"), "month"),
    **dict.fromkeys(("quarterly", "每季", "每季度"), "quarter"),
    **dict.fromkeys(("yearly", "annually", "每年"), "year"),
}
_ANSWERS = {
    **dict.fromkeys(("yes", "y", "on", "是", "對", "对", "有"), "true"),
    **dict.fromkeys(("no", "n", "off", "否", "不是", "沒有", "没有"), "false"),
}
_LOCALES = {
    **dict.fromkeys(("简体中文", "简体", "简中", "簡體中文", "簡體"), "zh-CN"),
    **dict.fromkeys(("繁體中文", "繁體", "正體中文", "繁中", "繁体中文", "繁体"), "zh-TW"),
    **dict.fromkeys(("english", "英文", "英語", "英语"), "en"),
}
_IN_WORDS = {"every_shape": _RHYTHMS, "string_pattern_mismatch": _LOCALES}
_AGES = re.compile(r"(\d{1,2})\s*(?:to|[-–—~至到])\s*(\d{1,2})\s*(?:歲|岁|years?|yrs?)?")
_BETWEEN = re.compile(r"[\s,，、;；/&+|]+")
_DAY_NAME = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s?|nes|r|rs|ur)(?:days?)?")
_WEEK = re.compile("^(?:每?[週周]|星期|禮拜|礼拜)")
_DAYS = "一二三四五六日一二三四五六天"
_GROUPED = re.compile(r"-?\d{1,3}(?:[,' _]\d{3})+(?:\.\d+)?")


def meant(kind: str, value: object, path: PlanPath = ()) -> str | None:
    """Give the right way to write it, where that is plain to see; `kind` is pydantic's error."""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    if kind == "ratio_range" or not isinstance(value, str):
        return share_of_hundred(text) if kind == "ratio_range" else None
    if kind in ("number_shape", "count_shape"):
        return _plain(text, value, path)
    if kind == "money_shape":
        return _money(text)
    if kind in ("date_shape", "time_missing"):
        return _moment(text, value)
    if kind == "clock_shape":
        return _clock(_DOTTED.sub(r"\1:\2", text))
    if kind.startswith("bool_"):
        return _ANSWERS.get(text.casefold())
    if kind in _IN_WORDS:
        return _IN_WORDS[kind].get(text.casefold())
    if kind == "day_name":
        return _days(text)
    if kind == "unknown_timezone" and not re.search(r"[+-]\d|\s[Tt]ime$", text):
        return zone_meant(text.replace(" ", "_"))
    ages = _AGES.fullmatch(text) if kind == "age_shape" else None
    return f"{ages[1]}-{ages[2]}" if ages else None


def midnight_meant(value: object) -> str | None:
    """Write 2026-12-01 24:00 as 00:00 of the next day."""
    text = str(value).strip()
    return _moment(_MIDNIGHT.sub("24:00", text), "") if _MIDNIGHT.search(text) else None


def meant_between(value: object, first: date, last: date, *, day_first: bool) -> str | None:
    """Write 11/24 20:00 with the one year that puts it into a period; None where none or two do."""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    found = _MONTH_AND_DAY.match(_in_digits(text))
    if found is None:
        return None
    behind = _in_digits(text)[found.end() :]
    pairs = {(found["month"], found["day"])}
    if day_first and "月" not in found[0]:
        pairs.add((found["day"], found["month"]))
    days = set()
    for month, day in pairs:
        for year in range(first.year, last.year + 1):
            with suppress(ValueError):
                days.add(date(year, int(month), int(day)))
    within = [one for one in days if first <= one <= last]
    return _moment(f"{within[0].isoformat()} {behind}", "") if len(within) == 1 else None


def several(text: str) -> list[str]:
    """Take apart what is written as one text where a list of names is wanted."""
    return [part for part in _BETWEEN.split(text) if part]


def value_meant(suggestion: str) -> str | int | float | tuple[str, ...]:
    """Give the value that a suggestion writes."""
    if suggestion in ("true", "false"):
        return suggestion == "true"
    if suggestion.startswith("["):
        return tuple(suggestion.strip("[]").split(", "))
    if re.fullmatch(r"-?\d+", suggestion):
        return int(suggestion)
    if re.fullmatch(r"-?\d+\.\d+", suggestion):
        return float(suggestion)
    return suggestion.strip('"')


def _days(text: str) -> str | None:
    """Write 三 as wed, 週一三五 as mon, wed, fri, and 每天 as all seven."""
    if text.lower() in _SEVERAL_DAYS:
        return ", ".join(_SEVERAL_DAYS[text.lower()])
    found: list[str] = []
    for part in several(text.casefold()):
        if english := _DAY_NAME.fullmatch(part):
            found.append(english[1])
        else:
            letters = _WEEK.sub("", part)
            if not letters or not all(letter in _DAYS for letter in letters):
                return None
            found += [WEEKDAYS[_DAYS.index(letter) % 7] for letter in letters]
    return ", ".join(dict.fromkeys(found)) or None


def _in_digits(text: str) -> str:
    """Write 晚上八點, 十二月 and December with digits."""
    return months_in_digits(_NUMERAL.sub(lambda met: str(number_of(met[0])), text))


def _clock(text: str) -> str | None:
    """Write 下午7點, 晚上八點半 or 8pm as a clock does."""
    if english := _ENGLISH.fullmatch(text):
        hour, minute = int(english[1]) % 12, int(english[2] or 0)
        hour += 12 if english[3] in "pP" else 0
        valid = 1 <= int(english[1]) <= 12 and minute < 60
        return f'"{hour:02d}:{minute:02d}"' if valid else None
    text = _in_digits(text)
    found = _SPOKEN.fullmatch(text) or _CLOCK.search(text)
    if found is None:
        return None
    if found.re is _CLOCK:
        if re.search(r"\d", text[: found.start()] + text[found.end() :]):
            return None  # 18:00-19:00 has an end, too
        hour, minute = int(found[1]), int(found[2])
    else:
        rest = (found["rest"] or "").removesuffix("分")
        hour, minute = int(found["hour"]), 30 if rest == "半" else int(found["minute"] or rest or 0)
        if hour == 12 and found["half"] in _EVENING:
            return None  # midnight belongs to another day
        hour += 12 if hour < _HALVES_END.get(found["half"], 0) else 0
    return f'"{hour:02d}:{minute:02d}"' if hour < 24 and minute < 60 else None


_COUNTED = re.compile(
    r"(-?\d+(?:\.\d+)?)\s*(?:(?P<scale>[kw千萬万m])|(?P<unit>hours?|hrs?|h|小時|小时|days?|天|日"
    r"|minutes?|mins?|分鐘|分钟|seconds?|secs?|s|秒))?\s*[人位則则次個个篇件份]?",
    re.IGNORECASE,
)
_THOUSANDS = {"k": 1_000, "千": 1_000, "w": 10_000, "萬": 10_000, "万": 10_000, "m": 1_000_000}
_COUNTED_IN = {
    **dict.fromkeys(("h", "小"), "hours"),
    **dict.fromkeys(("d", "天", "日"), "days"),
    **dict.fromkeys(("m", "分"), "remind"),
    **dict.fromkeys(("s", "秒"), "duration"),
}
"""By how a unit begins, what the keys are called whose numbers are of that unit."""


def _plain(text: str, value: str, path: PlanPath) -> str | None:
    """Write full-width digits, 10k, 1.5 萬 or 6 小時 as the number that they mean."""
    if _GROUPED.fullmatch(text):
        return re.sub(r"[,' _]", "", text)
    if (percent := percentage(text)) and percent != value:
        return percent
    found = _COUNTED.fullmatch(text)
    if found is None or text == value == found[1]:
        return None
    if found["unit"]:
        key = _COUNTED_IN[found["unit"][0].lower()]
        if not any(key in str(part) for part in path):
            return None  # 72 hours are no 72 days
    number = float(found[1]) * _THOUSANDS.get((found["scale"] or "").lower(), 1)
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
    text = _DOTTED.sub(r" \1:\2", _year_first(_in_digits(text)).removeprefix("民國").strip())
    day, clock = _DAY.search(text), _CLOCK.search(text)
    if day is not None and (clock is None or _ENGLISH.search(text) or _HALF.search(text)):
        text, clock = _with_clock(text, day)
    if day is None or _left_over(text, day, clock):
        return None
    with suppress(ValueError, OverflowError):
        year = int(day[1]) + (_REPUBLIC if len(day[1]) == 3 else 0)
        found = date(year, int(day[2]), int(day[3]))
        if clock and (clock[1], clock[2]) == ("24", "00"):
            return f"{(found + timedelta(1)).isoformat()} 00:00"
        written = found.isoformat()
        if clock and not (int(clock[1]) < 24 and int(clock[2]) < 60):
            return None
        if clock:
            written += f" {int(clock[1]):02d}:{clock[2]}"
        elif written == value:  # only the time is missing, and nobody else knows it
            return None
        # What is right as it stands and refused all the same has a time where there is none.
        return written if written != value else written.partition(" ")[0]
    return None


def _year_first(text: str) -> str:
    """Write 26.12.2026 or 12/26/2026 from the year on, but not 05/12/2026, which may be either."""
    found = _YEAR_LAST.search(text)
    if found is None:
        return text
    first, second = int(found[1]), int(found[3])
    day_first = found[2] == "." or first > 12
    if not day_first and second <= 12:
        return text
    month, day = (second, first) if day_first else (first, second)
    return f"{text[: found.start()]}{found[4]}-{month}-{day}{text[found.end() :]}"


def _with_clock(text: str, day: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """Write the 晚上8點 or 8pm behind a day as a clock does."""
    behind = re.sub(r"^\([^)]*\)", "", text[day.end() :].strip()).strip()  # a weekday
    is_spoken = (re.search("[點点]", behind) or _HALF.match(behind)) and _SPOKEN.fullmatch(behind)
    spoken = _clock(behind) if is_spoken or _ENGLISH.fullmatch(behind) else None
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
