"""The rule discount-misread."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Problem, Related
from socialplan.folding import fold
from socialplan.goal_words.numerals import chinese
from socialplan.plan.publications import publications_of
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.due import unpublished
from socialplan.rules.copy.words import haystack, words_of
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.source import Source

_SURPRISING = range(10, 31)
"""Hardly a shop takes seven tenths off; who writes 15 折 mostly meant 15 % off."""

_HINT = r"[0-9０-９一二三四五六七八九]\s?折"
_NUMBER = r"(?<![0-9.,])([1-9]\.[0-9]|[1-9][0-9]?)"
_FOLDS = (
    rf"(?:{_NUMBER}|(?<![〇零一二三四五六七八九十百千])([一二三四五六七八九]{{1,2}}))\s?折"
    # 滿 500 折 50 is money, 折疊 and 折抵 are other words.
    r"(?!\s?[$＄]?[0-9][0-9,]*+(?!\s?%)|[疊叠價价抵現现合算磨騰腾返損损線线舊旧射元衷服斷断壽寿舞紙纸])"
)
_PERCENT = (
    rf"{_NUMBER}\s?%\s?(?:off\b|discount|折扣|優惠|优惠|減免|减免)"
    rf"|(?:save|off|discount|折扣|優惠|优惠|省下|現省|打)\s?(?:of\s)?{_NUMBER}\s?%"
)


class Offer(NamedTuple):
    """A discount as it is written, and the share of the price that it leaves, in hundredths."""

    path: PlanPath
    within: tuple[int, int]
    said: str
    left: float
    is_odd: bool = False


@rule(
    "TXT165",
    Severity.WARNING,
    message="{what}",
    help="Say the price that is paid, or check which of both is meant.",
    source="Common usage: 八五折 leaves 85 % of the price and takes 15 % off",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            posts:
              - title: 週年慶全館 85 折
                text: Everything 85% off this weekend  # <-
        """,
        "zh-TW": """
            posts:
              - title: 週年慶全館八五折（85% off）  # <-
              - title: 加好友打 15 折  # <-
        """,
        "zh-CN": """
            posts:
              - title: 周年庆全场 8 折
                text: 全场 80% OFF，仅限周末  # <-
        """,
    },
    good={
        "en": """
            posts:
              - title: 週年慶全館 85 折
                text: Everything 15% off this weekend
        """,
        "zh-TW": """
            posts:
              - title: 週年慶全館八五折（15% off）
              - title: 加好友打 85 折
        """,
        "zh-CN": """
            posts:
              - title: 周年庆全场 8 折
                text: 全场 20% OFF，仅限周末
        """,
    },
)
def discount_misread(plan: Plan, source: Source) -> Iterator[Problem]:
    """折 counts what is paid and “off” what is not: 85 折 is 15 % off, and a mistake is dear."""
    hint = re.compile(_HINT)
    if not hint.search(haystack(plan)):
        return
    posts = (
        one.post_index
        for one in unpublished(plan)
        if any(hint.search(text) for _, text in words_of(one))
    )
    for post in dict.fromkeys(posts):
        yield from _misread(plan, source, post)


def _misread(plan: Plan, source: Source, post: int) -> Iterator[Problem]:
    """Compare all words of a post, those of its variants too."""
    words = {path: text for one in publications_of(plan, post) for path, text in words_of(one)}
    folds = [offer for path, text in words.items() for offer in _folds(path, text)]
    percents = [offer for path, text in words.items() for offer in _percents(path, text)]
    left = {offer.left for offer in folds}
    for percent in percents if folds else ():
        twin = next((one for one in folds if one.left == 100 - percent.left), None)
        if twin is not None and percent.left not in left:
            yield _say(percent, twin, source)
    right = {offer.left for offer in percents}
    for offer in folds:
        if offer.is_odd and offer.left not in right:
            yield _ask(offer)


def _say(percent: Offer, twin: Offer, source: Source) -> Problem:
    words = {"percent": percent.said, "folds": twin.said, "off": f"{100 - twin.left:g}%"}
    written = source.within(twin.path, *twin.within)
    return Problem(
        percent.path,
        {"what": Phrase("discount-disagrees", words)},
        within=percent.within,
        related=(Related("compared-with", twin.path, written),),
    )


def _ask(offer: Offer) -> Problem:
    meant = f"{100 - offer.left:g} 折"
    words = {"folds": offer.said, "off": f"{100 - offer.left:g}%", "meant": meant}
    return Problem(
        offer.path,
        {"what": Phrase("discount-surprising", words)},
        within=offer.within,
        severity=Severity.INFO,
        suggestion=meant,
    )


def _folds(path: PlanPath, text: str) -> Iterator[Offer]:
    folded = fold(text)
    for found in _patterns()[0].finditer(folded.text):
        number = float(found[1]) if found[1] else _in_words(found[2])
        within = folded.unfolded(*found.span())
        left = number * 10 if number < 10 else number
        yield Offer(path, within, text[slice(*within)], left, number in _SURPRISING)


def _in_words(numeral: str) -> float:
    """八五 is said digit by digit."""
    digits = [chinese(digit) or 0 for digit in numeral]
    return digits[0] if len(digits) == 1 else digits[0] * 10 + digits[1]


def _percents(path: PlanPath, text: str) -> Iterator[Offer]:
    folded = fold(text)
    for found in _patterns()[1].finditer(folded.text):
        within = folded.unfolded(*found.span())
        yield Offer(path, within, text[slice(*within)], 100 - float(found[1] or found[2]))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_FOLDS), re.compile(_PERCENT, re.IGNORECASE)
