"""What copy says of a festival: on which date it is, that it is today, or a greeting."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Kind = Literal["date", "today", "greeting"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Pieces that the patterns below name in capitals.
_PIECES = {
    "DATE": r"(?:(?P<year>20\d\d)\s*[年/／.-]\s*)?(?:(?P<month>\d{1,2})\s*[月/／]\s*"
    r"(?P<day>\d{1,2})\s*[日號号]?|(?P<name>MONTHS)[a-z]*\.?\s+(?P<nth>\d{1,2})(?:st|nd|rd|th)?)",
    "MONTHS": "|".join(_MONTHS),
    "WEEKDAY": r"(?:\s*[（(]?(?:週|周|星期|禮拜|礼拜)?[一二三四五六日天][）)])?",
    "STOP": r"\s*(?:[，。、,.!！？?；;：:）)】」\n~～]|$)",
    "END": r"\s*(?:[。!！？?；;）)】」\n]|$)",
    "HAPPY": "(?:快樂|快乐|安康)",
}
# Narrow on purpose: “5/9 起” behind a festival, or a gift set behind 母親節, is about an offer.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (
        "date",
        (
            r"NAME(?:\s*(?:今年)?(?:就?是|為|为|落?在|[（(：:])|\s+(?:is|falls)(?:\s+on)?\s)\s*"
            r"DATEWEEKDAY(?!\s*[-–—~～至到起前開开止]|\d|[/／])"
        ),
    ),
    ("date", r"NAME\s+DATEWEEKDAYEND"),
    ("date", r"DATEWEEKDAY\s*(?:就?是|即|is\s)?\s*NAME(?:HAPPY|到了|來了|来了|當天|当天|STOP)"),
    ("today", r"(?:今天|今日|今晚)(?:就)?是?\s*NAME(?:HAPPY|了|到了|STOP)"),
    ("today", r"\btoday is\s+(?:the\s+)?NAME(?=\s*(?:[.,!\n]|$))"),
    ("greeting", r"NAME\s*HAPPY(?![禮礼套組组券價价購购])"),
    ("greeting", r"\b(?:happy|merry)\s+NAME"),
)
_RANGE = re.compile(r"(?:[-–—~～至到]|\d\s*[/／.])\s*$")
_EARLY = re.compile(r"預|预|提前|提早|early", re.IGNORECASE)
NEAR = 6
"""Characters before a greeting in which it may say that it comes early."""


class Saying(NamedTuple):
    """What a text says of one festival."""

    kind: Kind
    text: str
    within: tuple[int, int]
    dates: tuple[date, ...] = ()
    """The days that a written date can mean."""


def sayings(text: str, names: tuple[str, ...], years: Iterable[int]) -> Iterator[Saying]:
    """Give what a text says of a festival, once for each place in it."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns(names):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            taken.append((start, end))
            dates = tuple(_dates(found, years)) if kind == "date" else ()
            if (kind == "date" and not dates) or _meant_otherwise(kind, text[:start]):
                continue
            said = found[0].strip().rstrip("，。、,.!！")
            yield Saying(kind, said, (start, start + len(said)), dates)


def rough_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Match any of these names as people write them: a look at a whole plan, so a fast one.

    Without word boundaries and with the case written out, `re` looks for first letters only.
    """
    spelt = {form for name in _words(names) for form in (name, name.lower(), name.upper())}
    return re.compile("|".join(re.escape(name).replace("'", "['’]") for name in spelt))


def names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Match any of these names, the longest first, in capitals or not."""
    ordered = sorted(_words(names), key=len, reverse=True)
    return re.compile("|".join(map(_literal, ordered)), re.IGNORECASE)


def _meant_otherwise(kind: Kind, before: str) -> bool:
    """Say whether what stands before makes it the end of a range, or an early greeting."""
    if kind == "date":
        return _RANGE.search(before[-NEAR:]) is not None
    return kind == "greeting" and _EARLY.search(before[-NEAR:]) is not None


def _dates(found: re.Match[str], years: Iterable[int]) -> Iterator[date]:
    month = found["month"] or _MONTHS.index(found["name"].lower()) + 1
    for year in [int(found["year"])] if found["year"] else years:
        try:
            yield date(year, int(month), int(found["day"] or found["nth"]))
        except ValueError:
            continue


@cache
def _patterns(names: tuple[str, ...]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    pieces = {**_PIECES, "NAME": f"(?:{names_pattern(names).pattern})"}

    def whole(pattern: str) -> re.Pattern[str]:
        for piece, meant in pieces.items():
            pattern = pattern.replace(piece, meant)
        return re.compile(pattern, re.IGNORECASE)

    return tuple((kind, whole(pattern)) for kind, pattern in _PATTERNS)


def _words(names: Iterable[str]) -> set[str]:
    """Leave out names of digits only, which are prices and counts as well."""
    return {name for name in names if not name.isdigit()}


def _literal(name: str) -> str:
    escaped = re.escape(name).replace("'", "['’]")
    return rf"\b{escaped}\b" if name.isascii() else escaped
