"""Times in English: 31 March 2027, the end of February, within 12 weeks, this quarter, by 2027."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.goal_words import calendar
from socialplan.goal_words.times import Reader, count_of, dated, said, stretch_end, within
from socialplan.goal_words.vocabulary import section

if TYPE_CHECKING:
    import re

    from socialplan.goal_words.times import Seen, Time

_AMBIGUOUS = ("may", "march", "mar", "jan", "dec", "sep")
"""Also verbs, or names: months only where something beside them says so."""

_COUNTS = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "the": 1.0}
_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)


def _month(match: re.Match[str], seen: Seen) -> Time | None:
    number = int(section("deadlines")["months"][match["m"]])
    day = match["d"] or match["d2"]
    if match["m"] in _AMBIGUOUS and not (day or match["part"] or match["y"] or match["by"]):
        return None
    year = int(match["y"]) if match["y"] else seen.year_of(number, int(day or 31))
    found = dated(match, year, str(number), day)
    if found is None:
        return said(match, None, is_deadline=bool(match["by"])) if year is None else None
    return found._replace(is_deadline=found.is_deadline or bool(match["by"]))


def _within(match: re.Match[str], seen: Seen) -> Time | None:
    count = _COUNTS.get(match["n"]) or count_of(match["n"])
    return within(match, seen, count, match["unit"])


def _stretch(match: re.Match[str], seen: Seen) -> Time | None:
    end = bool(match["part"] or match["end"])
    if not (match["which"] or end):
        return None
    return stretch_end(match, seen, match["unit"], int(match["which"] == "next "), end=end)


def _year(match: re.Match[str], _: Seen) -> Time | None:
    days = calendar.months(int(match["y"]), 1, 12)
    return said(match, days, is_deadline=True) if days else None


READERS = (
    Reader(
        ("day", "week", "month", "quarter", "year"),
        r"\b(?:within|in|over|during) (?:the )?(?:next |coming |following )?"
        r"(?P<n>[0-9]{1,3}|half an?|an?|the|[a-z]{3,9}(?:-[a-z]{3,5})?)[ -]"
        r"(?P<unit>day|week|month|quarter|year)s?\b",
        _within,
    ),
    Reader(
        ("year", "month", "quarter"),
        r"(?P<part>\bend of )?(?:the )?\b(?P<which>this |next |current )?"
        r"(?P<unit>year|quarter|month)(?P<end>[- ]?end)?\b",
        _stretch,
    ),
    Reader(
        (*_NAMES.split("|")[12:], "may"),
        r"(?P<by>\b(?:by|before|until|till|in|of|within) (?:the )?)?"
        r"(?P<part>\b(?:end of |early |mid[ -]|late ))?"
        r"(?:(?<![0-9.])(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?"
        rf"\b(?P<m>{_NAMES})\b\.?"
        r"(?: (?P<d2>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z%]|[.,][0-9]))?"
        r"(?:,? (?P<y>20[0-9]{2})(?![0-9]))?",
        _month,
    ),
    Reader(("20",), r"\b(?:by|before|until|in) (?P<y>20[0-9]{2})(?![0-9,.])(?! \w)", _year),
)
