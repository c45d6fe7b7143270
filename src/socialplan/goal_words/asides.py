"""What looks like a number and measures nothing: 85 折, Q4, TOP 10, 1對1, 20:00, iPhone17."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.goal_words import numerals
from socialplan.goal_words.meaning import Aside
from socialplan.goal_words.vocabulary import UNITS, listed, section, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.goal_words.statement import Statement


class Spot(NamedTuple):
    """Folded characters and why they count nothing."""

    start: int
    end: int
    why: str


def names_in(statement: Statement) -> list[Aside]:
    """Names that hold a number, before a date is seen in them: 24/7, 7-11, 一對一."""
    found = words("asides", "names", "idioms", "not_idioms").all(statement.text)
    met = [one for one in found if one.meaning != "not_idioms"]
    for start, end, entry in met:
        if entry == "idioms":
            statement.take(start, end)
    return _taken(statement, (Spot(one.start, one.end, "name") for one in met))


def asides_in(statement: Statement) -> list[Aside]:
    """Names, sale days, times of day and the like, taken out of the statement."""
    return _taken(statement, (*_sale_days(statement.text), *_shaped(statement)))


def _taken(statement: Statement, spots: Iterable[Spot]) -> list[Aside]:
    found = []
    for start, end, why in spots:
        if statement.is_free(start, end):
            statement.take(start, end)
            phrase = statement.phrase(start, end)
            found.append(Aside(phrase.start, phrase.end, phrase.text, why))
    return found


def _sale_days(text: str) -> Iterator[Spot]:
    """雙11; but 618 alone may be a number after all."""
    for met in words("asides", "occasions").all(text):
        if not text[met.start : met.end].isdigit():
            yield Spot(met.start, met.end, "occasion")


def _shaped(statement: Statement) -> Iterator[Spot]:
    text = statement.text
    for match in _shapes().finditer(text):
        why = match.lastgroup or ""
        if why == "glued" and not _is_name(match[0]):
            continue
        if why == "version" and not _is_version(statement, match):
            continue
        if why == "schedule" and words("units", "count").after(text, match.end()):
            continue
        yield Spot(match.start(), match.end(), "name" if why in ("glued", "version") else why)


def _is_name(written: str) -> bool:
    """iPhone17, 5G, 3C; but not 10k, 3x, 500usd, 24hrs or 1st."""
    letters = written.strip("0123456789.,-")
    if written[0].isdigit():
        return letters not in _suffixes()
    return letters not in _currencies()


def _is_version(statement: Statement, match: re.Match[str]) -> bool:
    """LINE 2.0; but not Raise 2.5 million, nor to 2.0%."""
    counted = words("units", *UNITS).after(statement.text, match.end())
    capital = statement.written[statement.folded.origin[match.start()]].isupper()
    return capital and not counted and not numerals.scale_after(statement.text, match.end())


@cache
def _suffixes() -> frozenset[str]:
    units = section("units")
    known = [word.strip("-") for kind in UNITS for word in listed(units[kind])]
    return frozenset((*known, *section("numbers")["scales"]))


@cache
def _currencies() -> frozenset[str]:
    return frozenset((*listed(section("units")["money"]), "nt", "us", "hk", "rm"))


@cache
def _shapes() -> re.Pattern[str]:
    seasons = "|".join(listed(section("asides")["seasons"]))
    return re.compile(
        r"(?P<link>https?://[^ ]+|www\.[^ ]+|@[\w.]+)"
        r"|(?P<clock>(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9]))"
        r"|(?P<ratio>(?<![0-9.])[0-9]{1,3} ?[:對对/] ?[0-9]{1,3}(?![0-9.]))"
        r"|(?P<duration>[0-9]{1,3} ?(?:分|[個个]?小[時时])[鐘钟]? ?[0-9]{1,2} ?[秒分][鐘钟]?)"
        r"|(?P<discount>[0-9.]{1,4} ?% ?off\b|[一二三四五六七八九]{1,2} ?折"
        r"|[0-9]{1,2}(?:\.[0-9])? ?折"
        r"|[買买] ?[0-9一二三] ?[送贈赠] ?[0-9一二三])"
        r"|(?P<schedule>(?:[每下上]?(?:週|周|星期|禮拜|礼拜))[一二三四五六日天](?!級))"
        rf"|(?P<period>(?<![0-9])(?:19|20)[0-9]{{2}} ?(?:{seasons}))"
        r"|(?P<rank>(?<![0-9])[0-9]{1,3}(?:st|nd|rd|th)\b|#[0-9]{1,3}\b)"
        r"|(?P<version>\b[a-z]{2,20} [0-9]{1,2}\.[0-9]{1,2}(?![0-9]|\.[0-9]))"
        r"|(?P<glued>(?<![a-z0-9])(?:[a-z]{1,20}-?[0-9]{1,6}|[0-9]{1,6}[a-z]{1,20})[a-z0-9]{0,20})"
    )
