"""Where copy writes a date with its weekday, or speaks of today's: 12/5（五）, Friday, Dec 5."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from socialplan.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE_DAYS = "一二三四五六日"

_PIECES = {
    "DATE": r"(?<![0-9/.])YEARMONTH\s?[月/]\s?NUMBER(?![0-9/])\s?[日號号]?",
    "DOTTED": r"(?<![0-9/.])YEARMONTH\.NUMBER(?![0-9.])",
    "YEAR": r"(?:(20[0-9]{2})\s?[年/.-]\s?)?",
    "MONTH": "(1[0-2]|0?[1-9])",
    "NUMBER": "(3[01]|[12][0-9]|0?[1-9])",
    "WEEKDAY": "(?:週|周|星期|禮拜|礼拜)([一二三四五六日天])",
    "BARE": "([一二三四五六日天])",
    # What may stand in brackets behind the weekday: an hour, never a second weekday.
    "HOUR": r"[晚早午上下夜中凌晨0-9:：\s]{0,12}",
    "NAMED": (
        r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
        r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
    ),
    "NTH": r"(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9:])",
    "ENGLISH": (
        r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        r"|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?"
    ),
    "LATER": r"(?:,?\s+(20[0-9]{2}))?",
}
# Each with what its groups are: the week, the weekday, year, month and day.
_PATTERNS = (
    (r"DATE\s?[（(]\s?WEEKDAYHOUR[）)]", "ymdw"),
    (r"DATE\s?[（(]\s?BAREHOUR[）)]", "ymdw"),
    (r"(?<=[（(])DATE\s?[，,、]\s?WEEKDAYHOUR(?=[）)])", "ymdw"),
    (r"DOTTED\s?[（(]\s?(?:週|周|星期)?BAREHOUR[）)]", "ymdw"),
    (r"DATE\s?WEEKDAY(?!至|到|[-~～])", "ymdw"),
    (r"(本|[這这][個个]?|下[個个]?)?WEEKDAY\s?[（(]?\s?DATE(?!\s?[價价杯份瓶倍])[）)]?", "kwymd"),
    (r"(this )?ENGLISH,?\s+NAMED\s+NTHLATER", "kwmdy"),
    (r"(this )?ENGLISH,?\s+(?:the\s+)?NTH\s+(?:of\s+)?NAMEDLATER", "kwdmy"),
    (r"NAMED\s+NTHLATER\s*(?:,\s*|\()ENGLISH\)?", "mdyw"),
    (r"NTH\s+(?:of\s+)?NAMEDLATER\s*(?:,\s*|\()ENGLISH\)?", "dmyw"),
    (r"DATE\s?\(?ENGLISH\)?", "ymdw"),
    (r"(this )?ENGLISH,?\s?\(?DATE\)?", "kwymd"),
)
_TODAY = (
    "今(?:天|日)是?(?:週|周|星期|禮拜|礼拜)([一二三四五六日天])",
    "(?:週|周|星期|禮拜|礼拜)([一二三四五六日天])(?:快樂|快乐|愉快|早安|早上好)",
    r"\b(?:happy|today is|today's)\s+(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
)
# Each begins with a few characters, so that a search skips all others quickly.
_HINTS = (
    r"[0-9０-９]\s?[月/.／]\s?[0-9０-９]",
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|APR|AUG|OCT|DEC)[A-Za-z]*\.?\s",
    r"今[天日]是?[週周星禮礼]",
    r"[週周期拜][一二三四五六日天][快愉早]",
    "(?:happy|Happy|HAPPY|today|Today) ",
)
_RANGE = r"(?:[-–—~～/&,、至到和及與与]|\bto|\band|\bthrough|\bor)\s?$"
"""Before a weekday: then the date need not be this one's."""


MOST = 20
"""Dates of one text."""


class Dated(NamedTuple):
    """A weekday and the date, or today, that it is said of."""

    said: str
    within: tuple[int, int]
    weekday: int
    year: int | None
    days: tuple[tuple[int, int], ...]
    """Month and day; both readings of 5/12 where words are English. None of today."""
    week: Literal["this", "next", ""] = ""


def may_be_dated(text: str) -> bool:
    """Say quickly whether there could be anything."""
    return any(hint.search(text) for hint in _hints())


def dated(text: str) -> Iterator[Dated]:
    """Give each place once, the first pattern that fits it; no more than people would mend."""
    return islice(_dated(text), MOST)


def _dated(text: str) -> Iterator[Dated]:
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    dates, todays = _compiled()
    for pattern, groups in dates:
        for found in pattern.finditer(folded.text):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            taken.append((start, end))
            within = folded.unfolded(start, start + len(found[0].rstrip()))
            if groups[0] not in "kw" or not _range().search(folded.text[max(0, start - 9) : start]):
                yield _of_a_date(found, groups, text[slice(*within)], within)
    for pattern in todays:
        for found in pattern.finditer(folded.text):
            within = folded.unfolded(*found.span())
            yield Dated(text[slice(*within)], within, _weekday(found[1]), None, ())


def _of_a_date(found: re.Match[str], groups: str, said: str, within: tuple[int, int]) -> Dated:
    given = dict(zip(groups, found.groups(), strict=True))
    month, day = _month(given["m"]), int(given["d"])
    weekday = given["w"]
    either_way = weekday.isascii() and given["m"].isdigit()
    days = ((month, day), (day, month)) if either_way else ((month, day),)
    year = int(given["y"]) if given["y"] else None
    return Dated(said, within, _weekday(weekday), year, days, _week(given.get("k")))


def _week(said: str | None) -> Literal["this", "next", ""]:
    return "" if not said else "next" if said.startswith("下") else "this"


def _weekday(said: str) -> int:
    if said.isascii():
        return _DAYS.index(said[:3].lower())
    return _CHINESE_DAYS.index(said.replace("天", "日"))


def _month(said: str) -> int:
    return int(said) if said.isdigit() else _MONTHS.index(said[:3].lower()) + 1


@cache
def _range() -> re.Pattern[str]:
    return re.compile(_RANGE, re.IGNORECASE)


@cache
def _hints() -> list[re.Pattern[str]]:
    return [re.compile(hint) for hint in _HINTS]


@cache
def _compiled() -> tuple[list[tuple[re.Pattern[str], str]], list[re.Pattern[str]]]:
    dates = [(re.compile(_whole(pattern), re.IGNORECASE), groups) for pattern, groups in _PATTERNS]
    todays = [re.compile(pattern, re.IGNORECASE) for pattern in _TODAY]
    return dates, todays


def _whole(pattern: str) -> str:
    """Put the pieces in; those that are made of others come first."""
    for piece, meant in _PIECES.items():
        pattern = pattern.replace(piece, meant)
    return pattern
