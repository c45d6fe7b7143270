"""Where copy says of a date that it is tomorrow, or names a date that no calendar has."""

from __future__ import annotations

import re
from calendar import isleap
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AWAY = {
    "前": -2,
    "昨": -1,
    "y": -1,
    "今": 0,
    "tod": 0,
    "ton": 0,
    "明": 1,
    "tom": 1,
    "后": 2,
    "後": 2,
}

_NAMED = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_SLASHED = r"(?!24/7)(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})(?![0-9/:：%-]|\.[0-9])"
_WORDED = rf"(?P<name>{_NAMED})\.?\s+(?P<nth>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:%])"
_STOP = r"(?=\s*(?:$|[,.;!)\n]))"
_END = r"(?=\s*(?:$|[,.;!)\n]|20[0-9]{2}\b|at\b|for\b))"
# What follows a fraction, a price or a score.
_OF_THINGS = (
    r"(?=(?P<of>\s?(?:[價价杯份瓶倍碗匙包個个人成折的多场場局分以左])|\s?已|\s?完成"
    r"|\s+(?:cups?|of|off|price|size|score|full|done|teaspoons?|tablespoons?)\b)?)"
)
_UNTIL = r"(?:到期|截止|為止|为止|前截|前報名|前报名|前下單|前下单|前完成)"
_MONTH_AND_DAY = r"(?P<m>[0-9]{1,2})\s?月\s?(?P<d>[0-9]{1,2})\s?[日號号]"
_YEAR_WORD = r"(?:(?P<y>20[0-9]{2})\s?年\s?)?"
_YEAR_SLASH = r"(?:(?P<y>20[0-9]{2})\s?[年/])?"
_WHEN = r"(?<![年大以目])(?P<when>[今明昨後后前][天日]|[今明昨]晚)[\s，,是：:（(]{0,2}"
_WHEN_ENGLISH = r"\b(?P<when>today|tonight|tomorrow|yesterday)[\s,(]{1,3}"
_ENDS = r"\b(?:until|till|valid through|ends(?: on)?|expires(?: on)?|due(?: on| by)?)\s"
_ON = r"\b(?:by|until|till|on|before|through|due|ends|expires|from)\s(?:the\s)?"
# First those that say how far the day is from the post's, then those that only name a day.
_PATTERNS = (
    _WHEN + _YEAR_SLASH + _SLASHED + _OF_THINGS,
    _WHEN + _YEAR_WORD + _MONTH_AND_DAY,
    _WHEN_ENGLISH + _SLASHED + _OF_THINGS,
    _WHEN_ENGLISH + _WORDED,
    r"(?<![0-9./])" + _YEAR_WORD + _MONTH_AND_DAY,
    rf"(?<![0-9./]){_SLASHED}\s?(?:[（(][^（()）]{{1,4}}[）)])?\s?{_UNTIL}",
    rf"(?:截止|到期|期限)日?期?\s?[:：是為为至到]?\s?{_SLASHED}",
    _ENDS + _SLASHED + _STOP,
    _ON + _WORDED + _END,
)
# Each begins with a set of characters, so that a search of its own skips all others quickly.
_HINTS = (
    r"[今明昨後后前][天日晚][\s，,是：:（(]{0,2}[0-9０-９]",
    r"[TtYy](?:oday|onight|omorrow|esterday)[\s,(]",
    r"月\s?[0-9０-９]{1,2}\s?[日號号]",
    r"[0-9０-９][/／][0-9０-９]{1,2}\s?(?:[（(].{1,4}[）)])?\s?(?:到期|截止|為止|为止|前)",
    r"(?:截止|到期|期限)日?期?\s?[:：是為为至到]?\s?[0-9０-９]",
    r"[UuTtEeDd](?:ntil|ill|hrough|nds|xpires|ue)\s(?:the\s)?[0-9A-Z]",
    r"[BbOoFf](?:y|n|efore|rom)\s(?:the\s)?[JFMASOND]",
)
_LARGEST_DENOMINATOR = 10
MOST = 20
"""Dates of one text."""


class Misdated(NamedTuple):
    """A date in copy, and how many days after the post it should be."""

    said: str
    within: tuple[int, int]
    year: int | None
    days: tuple[tuple[int, int], ...]
    """Each reading, month and day; none where no calendar has the date."""
    away: int | None


def may_be_misdated(text: str) -> bool:
    """Say quickly whether there could be anything."""
    return any(hint.search(text) for hint in _hints())


def misdated(text: str) -> Iterator[Misdated]:
    """Dates said to be tomorrow and the like, and those that do not exist; each place once."""
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for pattern in _compiled():
        for found in pattern.finditer(folded.text):
            start, end = found.span()
            if len(taken) == MOST or any(start < last and first < end for first, last in taken):
                continue
            if _is_fraction(found):
                continue
            read = _readings(found)
            when = found.groupdict().get("when")
            if when is not None or not read:
                taken.append((start, end))
                within = folded.unfolded(start, end)
                away = _away(when) if when else None
                yield Misdated(text[slice(*within)], within, _year(found), read, away)


def _is_fraction(found: re.Match[str]) -> bool:
    """Take 3/4 for a part of what is named behind it, but 12/25 for a date all the same."""
    if not found.groupdict().get("of"):
        return False
    return int(found["m"]) < int(found["d"]) <= _LARGEST_DENOMINATOR


def _readings(found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Month and day, as far as a calendar has them; either way round between English words."""
    given = found.groupdict()
    if given.get("name"):
        possible = [(_MONTHS.index(given["name"][:3].lower()) + 1, int(given["nth"]))]
    else:
        month, day = int(given["m"]), int(given["d"])
        is_english = found[0].isascii() and "/" in found[0] and found[0][0].isalpha()
        possible = [(month, day), (day, month)] if is_english else [(month, day)]
    return tuple(one for one in possible if _exists(*one, _year(found)))


def _exists(month: int, day: int, year: int | None) -> bool:
    if not 1 <= month <= len(_LENGTHS) or not 1 <= day <= _LENGTHS[month - 1]:
        return False
    return (month, day) != (2, 29) or year is None or isleap(year)


def _year(found: re.Match[str]) -> int | None:
    said = found.groupdict().get("y")
    return int(said) if said else None


def _away(when: str) -> int:
    said = when.lower()
    return next(days for first, days in _AWAY.items() if said.startswith(first))


@cache
def _hints() -> list[re.Pattern[str]]:
    return [re.compile(hint) for hint in _HINTS]


@cache
def _compiled() -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS]
