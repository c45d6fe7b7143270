"""The rule avoided-word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.finding import Problem
from socialplan.folding import is_foldable
from socialplan.rule import Severity, rule
from socialplan.rules.copy.words import haystack, prepared_words, words_of_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


@rule(
    "TXT161",
    Severity.WARNING,
    message="“{found}” is a word that the brand avoids",
    help="Say it in the brand's own voice, or take the word off `brand.voice.avoid`.",
    source="The plan's own brand.voice.avoid",
    bad={
        "en": """
            brand:
              name: Little Bear
              voice: {avoid: [amazing, best in town]}
            posts:
              - title: Our Amazing croissants  # <-
        """,
        "zh-TW": """
            brand:
              name: 小熊咖啡
              voice: {avoid: [神級, CP值]}
            posts:
              - title: 神級可頌，ＣＰ值破表  # <-
        """,
        "zh-CN": """
            brand:
              name: 小熊咖啡
              voice: {avoid: [绝绝子, yyds]}
            posts:
              - title: 我们家的可颂ＹＹＤＳ  # <-
        """,
    },
    good={
        "en": """
            brand:
              name: Little Bear
              voice: {avoid: [amazing, best in town]}
            posts:
              - title: Our butter croissants
        """,
        "zh-TW": """
            brand:
              name: 小熊咖啡
              voice: {avoid: [神級, CP值]}
            posts:
              - title: 奶油可頌，一個 45 元
        """,
        "zh-CN": """
            brand:
              name: 小熊咖啡
              voice: {avoid: [绝绝子, yyds]}
            posts:
              - title: 我们家的可颂，层层都是黄油香
        """,
    },
)
def avoided_word(plan: Plan) -> Iterator[Problem]:
    """A brand is recognised by its voice, and by the words that it leaves to others."""
    voice = plan.brand.voice
    avoided = {folded(word).strip() for word in voice.avoid} - {""} if voice else set()
    if not avoided:
        return
    everything = folded(haystack(plan))
    in_posts = {word for word in avoided if word in everything}
    if in_posts:
        yield from _found(words_of_posts(plan), _pattern(in_posts))
    yield from _found(prepared_words(plan), _pattern(avoided))


def folded(text: str) -> str:
    """Make writings of one word alike: full-width letters, ligatures, capitals."""
    return (normalize("NFKC", text) if is_foldable(text) else text).casefold()


def _pattern(words: set[str]) -> re.Pattern[str]:
    """Any of the words; one in Latin letters only where no longer word goes on."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, longest_first)))


def _bounded(word: str) -> str:
    before = r"(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"


def _found(words: Mapping[PlanPath, str], pattern: re.Pattern[str]) -> Iterator[Problem]:
    for path, text in words.items():
        # A word is said once for a text: whoever corrects it sees the others.
        firsts: dict[str, re.Match[str]] = {}
        for match in pattern.finditer(folded(text)):
            firsts.setdefault(match.group(), match)
        for match in firsts.values():
            within = _unfolded(text, *match.span())
            yield Problem(path, {"found": text[slice(*within)]}, within=within)


def _unfolded(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the folded text stands in the text itself."""
    if len(folded(text)) == len(text):
        return start, end
    ends = list(accumulate(len(normalize("NFKC", letter).casefold()) for letter in text))
    # Letters may join when they are folded together; then the end of the text must do.
    first = min(bisect_right(ends, start), len(text) - 1)
    return first, min(bisect_left(ends, end), len(text) - 1) + 1
