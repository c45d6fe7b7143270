"""What copy says of a festival: on which date it is, that it is today, or a greeting."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["date", "today", "greeting"]

NEAR = 40
"""Characters around a name in which something is said of it."""
MOST = 50
"""Names in one text that are looked at."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EARLY = re.compile(r"預|预|提前|提早|early", re.IGNORECASE)

# Pieces that the patterns below name in capitals; spaces are bounded, so that no text is slow.
_PIECES = {
    "DATE": r"(?:(?P<year>20\d\d)_[年/／.-]_)?(?:(?P<month>\d{1,2})_[月/／]_(?P<day>\d{1,2})"
    r"_[日號号]?|(?P<name>MONTHS)[a-z]{0,6}\.?\s(?P<nth>\d{1,2})(?:st|nd|rd|th)?)WEEKDAY",
    "MONTHS": "|".join(_MONTHS),
    "WEEKDAY": r"(?:_[（(]?(?:週|周|星期|禮拜|礼拜)?[一二三四五六日天][）)])?",
    "STOP": r"_(?:[，。、,.!！？?；;：:）)】」\n~～]|$)",
    "END": r"_(?:[。!！？?；;）)】」\n]|$)",
    "HAPPY": "(?:快樂|快乐|安康)",
    "_": r"\s{0,3}",
}
# Before and behind a name. Narrow on purpose: “5/9 起” behind a festival, the end of a range
# before it, or a gift set named after it are about an offer.
_SAYINGS: tuple[tuple[Kind, str, str], ...] = (
    (
        "date",
        "",
        (
            r"(?:_(?:今年)?(?:就?是|為|为|落?在|[（(：:])|\s(?:is|falls)(?:\son)?\s)_DATE"
            r"(?!_[-–—~～至到起前開开止]|\d|[/／])"
        ),
    ),
    ("date", "", r"\s{1,3}DATEEND"),
    (
        "date",
        r"(?<![-–—~～至到/／.\d])(?<![-–—~～至到]\s)DATE_(?:就?是|即|is\s)?_",
        "(?:HAPPY|到了|來了|来了|當天|当天|STOP)",
    ),
    ("today", "(?:今天|今日|今晚)(?:就)?是?_", "(?:HAPPY|了|到了|STOP)"),
    ("today", r"\btoday is (?:the )?", r"_(?:[.,!\n]|$)"),
    ("greeting", "", "_HAPPY(?![禮礼套組组券價价購购])"),
    ("greeting", r"\b(?:happy|merry)\s", ""),
)


class Saying(NamedTuple):
    """What a text says of one festival."""

    kind: Kind
    name: str
    """The festival as the text has it, in small letters and with a straight apostrophe."""
    text: str
    within: tuple[int, int]
    dates: tuple[date, ...] = ()
    """The days that a written date can mean."""


def sayings(text: str, names: re.Pattern[str], years: Iterable[int]) -> Iterator[Saying]:
    """Give what a text says of festivals, at most one thing for each time it names one."""
    for found in islice(names.finditer(text), MOST):
        said = _said_at(text, found, tuple(years))
        if said is not None:
            yield said


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


def _said_at(text: str, found: re.Match[str], years: tuple[int, ...]) -> Saying | None:
    """Say what stands around a name; the first pattern that fits has it."""
    start, end = found.span()
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    for kind, leading, following in _patterns():
        left, right = leading.search(before), following.match(after)
        if left is None or right is None:
            continue
        dates: tuple[date, ...] = ()
        if kind == "date":
            dates = tuple(_dates(left if left.re.groups else right, years))
            if not dates:
                continue
        elif kind == "greeting" and _EARLY.search(before[-6:]):
            return None
        first = start - len(left[0])
        said = _closed(text[first : end + right.end() + 1], end + right.end() - first)
        name = found[0].lower().replace("’", "'")
        return Saying(kind, name, said, (first, first + len(said)), dates)
    return None


def _closed(text: str, end: int) -> str:
    """Cut a saying out: without the stop behind it, but with the bracket that it opened."""
    said = text[:end].rstrip("，。、,.!！ \n")
    opened = sum(said.count(one) for one in "（(") > sum(said.count(one) for one in "）)")
    return text[: end + 1] if opened and text[end : end + 1] in ("）", ")") else said


def _dates(found: re.Match[str], years: Iterable[int]) -> Iterator[date]:
    month = found["month"] or _MONTHS.index(found["name"].lower()) + 1
    for year in [int(found["year"])] if found["year"] else years:
        try:
            yield date(year, int(month), int(found["day"] or found["nth"]))
        except ValueError:
            continue


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...]:
    def whole(pattern: str) -> re.Pattern[str]:
        for piece, meant in _PIECES.items():
            pattern = pattern.replace(piece, meant)
        return re.compile(pattern, re.IGNORECASE)

    return tuple((kind, whole(f"(?:{left})$"), whole(right)) for kind, left, right in _SAYINGS)


def _words(names: Iterable[str]) -> set[str]:
    """Leave out names of digits only, which are prices and counts as well."""
    return {name for name in names if not name.isdigit()}


def _literal(name: str) -> str:
    escaped = re.escape(name).replace("'", "['’]")
    return rf"\b{escaped}\b" if name.isascii() else escaped
