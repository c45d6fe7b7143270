"""Multiples in words: 翻倍, 一倍, doubled, halved, by a third."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from socialplan.goal_words.amounts import Amount
from socialplan.goal_words.roles import Part
from socialplan.goal_words.vocabulary import Words, listed, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words.meaning import Direction
    from socialplan.goal_words.statement import Statement

_BY = " by "
_ON = {"and", "at", "before", "by", "compared", "each", "every", "from", "in", "next", "or", "over"}
_ON |= {"this", "through", "till", "until", "while", "with", "within", "without", "year"}
"""What may follow a part; behind other words it is none, as in “by a third party”."""
_GROWN = ("倍", "番")
_OFTEN = ("a ", "per ", "each ", "every ", "weekly", "daily", "monthly")


def multiples_in(statement: Statement) -> Iterator[tuple[Amount, Part]]:
    """What is to become a multiple of itself."""
    text = statement.text
    for met in _factors().all(text):
        if not statement.is_free(met.start, met.end) or _says_how_often(text, met.end):
            continue
        direction: Direction = "up" if met.meaning > 1 else "down"
        length = met.end - met.start
        amount = Amount(met.start, met.end, met.meaning, None, "", "times", True, length)
        yield amount, Part("multiple", direction, sure=True, marked=False)


def parts_in(statement: Statement) -> Iterator[Amount]:
    """What is to change by a part of itself; 3 posts a quarter is a rhythm."""
    text = statement.text
    for met in _parts().all(text):
        is_part = text.endswith(_BY, 0, met.start) and _ends_there(text, met.end)
        if is_part and statement.is_free(met.start, met.end):
            written = text[met.start : met.end]
            length = met.end - met.start
            yield Amount(met.start, met.end, met.meaning, None, written, "percent", True, length)


def as_multiple(text: str, amount: Amount, part: Part) -> tuple[Amount, Part]:
    """Settle what a number of 倍 or of times means."""
    if amount.counted != "times":
        return amount, part
    grows = part.direction == "up" and not part.marked
    if amount.unit in _GROWN and grows:
        # 成長一倍 is twice as much; 成長兩倍 is said of twice and of three times as much.
        if amount.value == 1:
            return amount._replace(value=2.0), part
        return amount._replace(upper=amount.value + 1), part
    often = _says_how_often(text, amount.end) or part.direction is None
    if amount.unit == "times" and often and not part.marked:
        return amount._replace(kind="count"), part._replace(role="level", sure=False)
    return amount, part


def _says_how_often(text: str, end: int) -> bool:
    """Twice a week is a rhythm; double-check is no multiple."""
    return text[end : end + 1] == "-" or text[end:].lstrip().startswith(_OFTEN)


def _ends_there(text: str, end: int) -> bool:
    word = re.match(" *([a-z]*)", text[end:])
    return text[end : end + 1] != "-" and (word is None or not word[1] or word[1] in _ON)


@cache
def _parts() -> Words[float]:
    return Words(section("numbers")["parts"])


@cache
def _factors() -> Words[float]:
    data = section("multiples")
    return Words(
        {
            word: float(factor)
            for factor, entry in data.items()
            if factor != "source"
            for word in listed(entry)
        }
    )
