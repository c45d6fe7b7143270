"""The rule locale-words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from socialplan.facts.locale_words import locale_words as words_for
from socialplan.finding import Problem
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.due import unpublished
from socialplan.rules.copy.words import haystack, prepared_words, words_of
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.locale_words import Locale
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


@rule(
    "TXT164",
    Severity.WARNING,
    message="“{found}” is not what people in {place} say",
    help="A name or a quotation may stay.",
    source="Lists of words that differ between Taiwan and the mainland",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            posts:
              - title: 加好友看新菜單的視頻  # <-
        """,
        "zh-TW": """
            posts:
              - title: 加好友看新菜單的視頻  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 下载软体领折价券  # <-
        """,
    },
    good={
        "en": """
            posts:
              - title: 加好友看新菜單的影片
        """,
        "zh-TW": """
            posts:
              - title: 加好友看新菜單的影片
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 下载软件领优惠券
        """,
    },
)
def locale_words(plan: Plan) -> Iterator[Problem]:
    """A word from elsewhere makes a neighbour sound like a stranger, or like a translation."""
    locale = words_for(plan.locale)
    if locale is None:
        return
    words: dict[PlanPath, str] = {}
    if _pattern(tuple(locale.words)).search(haystack(plan)):
        here = (one for one in unpublished(plan) if one.platform not in locale.elsewhere)
        words = {path: text for one in here for path, text in words_of(one)}
    for path, text in {**words, **prepared_words(plan)}.items():
        yield from _found(path, text, locale)


def _found(path: PlanPath, text: str, locale: Locale) -> Iterator[Problem]:
    """A word is said once for a text, and not where a longer word only contains it."""
    firsts: dict[str, re.Match[str]] = {}
    for match in _pattern((*locale.words, *locale.fine)).finditer(text):
        firsts.setdefault(match[0], match)
    for word, match in firsts.items():
        local = locale.words.get(word)
        if local is not None:
            yield Problem(
                path,
                {"found": match[0], "place": Term(f"locale-{locale.code}")},
                within=match.span(),
                suggestion=local.say,
                confidence=local.confidence,
                source=local.source,
            )


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match words as they are written; of two that begin alike the longer."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
