"""The numbers of a statement with their units, and which of them count nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.goal_words.asides import Spot
from socialplan.goal_words.calendar import YEARS
from socialplan.goal_words.numerals import Numeral, numeral_at, numerals, scale_after
from socialplan.goal_words.vocabulary import UNITS, Words, ahead, back, listed, section, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words.meaning import Counted
    from socialplan.goal_words.measures import Named
    from socialplan.goal_words.roles import Part
    from socialplan.goal_words.statement import Statement
    from socialplan.goal_words.vocabulary import Met

_COUNTED: dict[str, Counted] = {
    "percent": "percent",
    "points": "points",
    "times": "times",
    "money": "money",
    "long": "time",
    "short": "time",
}
_TENTHS = "成"
_NO_TENTHS = frozenset("交員员長长為为功本果立年熟效績绩品分")
_SIGNS = ("nt$", "hk$", "us$", "$", "¥", "€", "£")
_PARTS_OF = "分之"
_DASHES = "-–—~"
_JOINTS = (*_DASHES, "到", "至", "to ")
_AND = "and "
_SCALELESS = ("", "count", "places", "money")


class Amount(NamedTuple):
    """A number with its unit."""

    start: int
    end: int
    value: float
    upper: float | None
    unit: str
    kind: str
    """Which list of units has the unit; empty without one."""
    in_digits: bool
    length: int
    """Characters of the number alone."""

    @property
    def counted(self) -> Counted:
        return _COUNTED.get(self.kind, "count")

    @property
    def is_place(self) -> bool:
        return self.kind == "places"

    @property
    def is_bare(self) -> bool:
        return not self.unit


def amounts_in(statement: Statement, measures: list[Named]) -> Iterator[Amount]:
    """Every number that no other reader has taken, from left to right."""
    starts = {one.start: one.end for one in measures}
    last = 0
    for number in numerals(statement.text):
        if number.start >= last and statement.is_free(number.start, number.end):
            found = _amount(statement.text, number, starts)
            last = found.end
            yield found


def rank_of(amount: Amount, statement: Statement) -> int | None:
    """Where TOP 10, 第 3 or iPhone 17 begins, whose number is part of a name."""
    before = words("asides", "before", "not_before").before(statement.text, amount.start)
    if before is None or before.meaning != "before":
        return None
    return before.start if statement.is_free(before.start, before.end) else None


def not_counted(
    amount: Amount, statement: Statement, part: Part, measures: list[Named]
) -> Spot | None:
    """What a number is that measures nothing; with an empty `why` where it is no number at all."""
    text, start, end = statement.text, amount.start, amount.start + amount.length
    if not amount.in_digits and not _is_number(amount, text, part):
        return Spot(start, end, "")
    before = words("asides", "before", "not_before").before(text, start)
    if before and before.meaning == "before" and statement.is_free(before.start, before.end):
        return Spot(before.start, end, "rank")
    after = _after().after(text, amount.end if not amount.kind else end)
    if after and not any(one.start == after.start and one.end > after.end for one in measures):
        return Spot(start, after.end, after.meaning)
    if amount.kind == "long" and not part.marked:
        return Spot(start, amount.end, "duration")
    if amount.kind or part.marked or part.sure or not amount.in_digits:
        return None
    why = _why_bare(text[start:end], amount.value)
    return Spot(start, amount.end, why) if why else None


def _why_bare(written: str, value: float) -> str | None:
    """Why a number without unit or company may not count: 618 and 2026 name times."""
    if written in _sale_days():
        return "occasion"
    return "year" if len(written) == 4 and value in YEARS else None


def _amount(text: str, number: Numeral, starts: dict[int, int]) -> Amount:
    start, value, end = number.start, float(number.value), number.end
    upper = None
    other = _range_end(text, start, end) or _range_of_units(text, start, end)
    if other is not None:
        upper, end = float(other.value), other.end
    sign = next((sign for sign in _SIGNS if text.endswith(sign, 0, back(text, start))), "")
    part = _fraction(text, number)
    if part is not None:
        return _made(number, start, part.end, part.value, None, _PARTS_OF, "percent")
    tenths = _tenths(text, number)
    if tenths is not None:
        return _made(number, start, tenths[0], tenths[1], None, _TENTHS, "percent")
    unit = _unit_after(text, end, starts)
    kind = unit.meaning if unit else "money" if sign else ""
    if upper is None and kind in _SCALELESS and _thousands().fullmatch(text, start, number.end):
        upper = value * 1000
    if unit is None:
        return _made(
            number, back(text, start) - len(sign) if sign else start, end, value, upper, sign, kind
        )
    scale = 100 if unit.meaning in ("percent", "points") else 1
    upper = upper / scale if upper is not None else None
    written = text[unit.start : unit.end]
    return _made(number, start, unit.end, value / scale, upper, written, unit.meaning)


def _made(
    number: Numeral, start: int, end: int, value: float, upper: float | None, unit: str, kind: str
) -> Amount:
    length = number.end - start
    return Amount(start, end, value, upper, unit, kind, number.in_digits, length)


def _range_end(text: str, start: int, end: int) -> Numeral | None:
    """The second number of 800-1000, or of 30 to 50 without a “from”."""
    dash = ahead(text, end)
    joints = (_AND,) if _is_between(text, start) else _JOINTS
    joint = next((one for one in joints if text.startswith(one, dash)), None)
    if joint is None or (joint not in _DASHES and words("changes", "from").before(text, start)):
        return None
    other = numeral_at(text, ahead(text, dash + len(joint)))
    return other if other is not None and other.in_digits else None


def _range_of_units(text: str, start: int, end: int) -> Numeral | None:
    """The second number of 10% ~ 15%, whose unit is said twice."""
    unit = _unit_after(text, end, {})
    joints = _AND if unit and _is_between(text, start) else tuple(_DASHES)
    # 540 人到 830 人 says rather from where to where.
    is_range = unit and text.startswith(joints, ahead(text, unit.end))
    other = _range_end(text, start, unit.end) if unit and is_range else None
    again = other and _unit_after(text, other.end, {})
    if unit is None or again is None or unit.meaning != again.meaning:
        return None
    return other


def _is_between(text: str, start: int) -> bool:
    return text.endswith("between", 0, back(text, start))


def _fraction(text: str, number: Numeral) -> Numeral | None:
    """百分之二十 is 0.2, 三分之一 a third."""
    if not text.startswith(_PARTS_OF, number.end) or not number.value:
        return None
    part = numeral_at(text, number.end + len(_PARTS_OF))
    return part and part._replace(value=part.value / number.value)


def _tenths(text: str, number: Numeral) -> tuple[int, float] | None:
    """兩成 is 20 %, 三成五 is 35 %; 20 成交 is neither."""
    end = ahead(text, number.end)
    if text[end : end + 1] != _TENTHS or not 0 < number.value <= 10:
        return None
    if text[end + 1 : end + 2] in _NO_TENTHS:
        return None
    if number.in_digits:
        half = _half().match(text, end + 1)
        if half is None or scale_after(text, half.end()) or _unit_after(text, half.end(), {}):
            return end + 1, number.value / 10
        return half.end(), (number.value * 10 + int(half[1])) / 100
    digits = section("numbers")["digits"]
    part = digits.get(text[end + 1 : end + 2])
    return (end + 1 if part is None else end + 2), (number.value * 10 + (part or 0)) / 100


def _unit_after(text: str, end: int, starts: dict[int, int]) -> Met[str] | None:
    unit = words("units", *UNITS).after(text, end)
    if unit is None or starts.get(unit.start, 0) > unit.end:
        return None
    return unit


def _is_number(amount: Amount, text: str, part: Part) -> bool:
    """一個品牌 and 十分 count nothing; 三十位, 破萬 and twenty do."""
    written = text[amount.start : amount.start + amount.length]
    if written[0] < "\u4e00":
        return amount.value > 1 or bool(amount.kind) or (part.marked and amount.value == 0)
    if amount.value == 1 and amount.kind not in ("percent", "times", "points", "money"):
        return False
    return bool(amount.kind) or part.marked or (len(written) > 1 and amount.value >= 10)


@cache
def _half() -> re.Pattern[str]:
    """The 5 of 2 成 5, which counts nothing else."""
    return re.compile(r" ?([1-9])(?![0-9.]|,[0-9])")


@cache
def _thousands() -> re.Pattern[str]:
    """1.250, of which people and money have a thousand and more in half of the world."""
    return re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@cache
def _after() -> Words[str]:
    data = section("asides")["after"]
    return Words({word: why for why, entry in data.items() for word in listed(entry)})


@cache
def _sale_days() -> frozenset[str]:
    return frozenset(word for word in listed(section("asides")["occasions"]) if word.isdigit())
