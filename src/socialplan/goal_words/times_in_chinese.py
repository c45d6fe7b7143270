"""Times in Chinese: 民國 116 年 3 月底, 3月31日, 三個月內, 第一季, 年底, 本月, 下季."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.goal_words import calendar
from socialplan.goal_words.times import Reader, count_of, dated, said, small, stretch_end, within

if TYPE_CHECKING:
    import re

    from socialplan.goal_words.times import Seen, Time

_MONTH = r"(?P<m>[0-9]{1,2}|十[一二]?|[一二三四五六七八九]) ?月份?"
_DAY = r"(?: ?(?P<d>[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日號号])?"
_PART = r"(?P<part>底|末|初|中旬|中(?!秋))?"
_LATER = {"今": 0, "本": 0, "這": 0, "这": 0, "明": 1, "下": 1, "後": 2, "后": 2}
_UNITS = {
    "天": "day",
    "日": "day",
    "週": "week",
    "周": "week",
    "星期": "week",
    "禮拜": "week",
    "礼拜": "week",
    "月": "month",
    "季": "quarter",
    "年": "year",
}
_ORDER = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


def _year(match: re.Match[str], _: Seen) -> Time | None:
    is_certain = match["m"] or match["part"] in ("底", "末")
    of_republic = match["roc"] or (len(match["y"]) == 3 and is_certain)
    if len(match["y"]) != 4 and not of_republic:
        return None
    return dated(match, calendar.year_of(int(match["y"])), match["m"], match["d"])


def _month(match: re.Match[str], seen: Seen) -> Time | None:
    month, day = small(match["m"]), small(match["d"] or "31")
    if not 1 <= month <= 12:
        return None
    year = seen.year_of(month, day)
    if match["which"] and seen.start:
        year = seen.start.year + _LATER[match["which"][0]]
    found = dated(match, year, match["m"], match["d"])
    return found or said(match, None, is_deadline=match["part"] in ("底", "末"))


def _within(match: re.Match[str], seen: Seen) -> Time | None:
    # 三月內 is March; 三個月內 is three months.
    if not (match["ahead"] or match["inside"]) or (match["unit"] == "月" and not match["ge"]):
        return None
    count = 0.5 if match["n"] == "半" else count_of(match["n"])
    if count is not None and (match["half"] or match["and_half"]):
        count += 0.5
    return within(match, seen, count, _UNITS[match["unit"]])


def _quarter(match: re.Match[str], seen: Seen) -> Time | None:
    which = match["q"] or match["season"] or match["half"] or match["h"] or match["bare"]
    length = 6 if match["half"] or match["h"] else 3
    last = length * (_ORDER.get(which) or int(which))
    written = match["y"] or match["y2"]
    ends = bool(match["part"] or match["end"])
    if match["bare"] and not (match["degree"] or match["which"] or written or ends):
        return None
    year = int(written) if written else seen.year_of(last, 31)
    if match["which"] and seen.start:
        year = seen.start.year + _LATER[match["which"][0]]
    days = calendar.months(year, last - length + 1, last, "end" if ends else "") if year else None
    return said(match, days, is_deadline=ends or bool(match["which"]))


def _stretch(match: re.Match[str], seen: Seen) -> Time | None:
    if not (match["which"] or match["part"]):
        return None
    later = _LATER[match["which"][0]] if match["which"] else 0
    return stretch_end(match, seen, _UNITS[match["unit"]], later, end=bool(match["part"]))


READERS = (
    Reader(
        ("年",),
        r"(?P<roc>民國|民国)? ?(?<![0-9.])(?P<y>[0-9]{2,4}) ?年 ?"
        rf"(?:{_MONTH}{_DAY})?{_PART}",
        _year,
    ),
    Reader(
        ("內", "内", "未來", "未来", "接下"),
        r"(?P<ahead>未來|未来|接下來|接下来)?的? ?(?<![0-9.第])"
        r"(?P<n>[0-9]{1,3}|[一二兩两三四五六七八九十半]{1,3}) ?(?P<ge>個|个)?(?P<half>半)?"
        r"(?P<unit>天|日|週|周|星期|禮拜|礼拜|月|季|年)(?P<and_half>半)?"
        r" ?(?P<inside>之內|之内|以內|以内|內|内)?",
        _within,
    ),
    Reader(
        ("q", "h1", "h2", "季", "半年"),
        r"(?P<end>\bend of )?(?:(?P<y>20[0-9]{2}) ?年? ?的?|(?P<which>[今明後后本]年) ?的?)?"
        r"(?:(?<![a-z0-9])(?:q(?P<q>[1-4])|h(?P<h>[12]))(?![0-9])"
        r"|第(?P<season>[一二三四1-4])季度?"
        r"|(?<![每這这下上新前第])(?P<bare>[一二三四])季(?P<degree>度)?"
        r"|(?P<half>[上下])半年)(?: ?(?P<part>底|末))?(?: (?P<y2>20[0-9]{2}))?",
        _quarter,
    ),
    Reader(
        ("月",),
        r"(?P<which>今年|明年|後年|后年|本年)? ?(?<![0-9.個个每一二三四五六七八九十])"
        rf"{_MONTH}(?!薪|費|费|亮|餅|饼){_DAY}{_PART}",
        _month,
    ),
    Reader(
        ("年", "月", "季"),
        r"(?<![每去前上0-9])(?P<which>今|明|本|這個|这个|這|这|下個|下个|下一|下)?"
        r"(?P<unit>年|月|季)度?(?P<part>底|末)?",
        _stretch,
    ),
)
