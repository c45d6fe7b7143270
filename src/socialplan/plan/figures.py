"""Numbers as people write them in a plan: counts, figures, ratios, money, ages."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator

from socialplan.plan.shapes import Parsed, refusal, shape, written

T = TypeVar("T")

LARGEST = 10**15
"""More than any audience or budget; beyond it arithmetic on floats loses units."""

_NUMBER = r"[+-]?[0-9]{1,16}(\.[0-9]{1,16})?"
_MONEY = (
    r"(?P<before>[A-Za-z]{3}|(?:NT|HK|US|MOP)?\$|[¥€£])?\s*"
    r"(?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,4})?|[0-9]{1,16}(?:\.[0-9]{1,4})?)"
    r"\s*(?P<after>[A-Za-z]{3}|元|圓|円|块)?"
)
_AGES = r"(?P<low>[0-9]{1,3})\s*(?:(?P<open>\+)|[-–~～]\s*(?P<high>[0-9]{1,3}))?"
_CURRENCIES = {"NT$": "TWD", "HK$": "HKD", "US$": "USD", "MOP$": "MOP", "€": "EUR", "£": "GBP"}


class Money(NamedTuple):
    """An amount, and its currency where the plan says it; else the market's."""

    amount: int | float
    currency: str | None = None


class AgeRange(NamedTuple):
    """Years of age, both ends included; an open end is None."""

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def _number(value: Any) -> int | float:
    """Take a number, or a text that is nothing but a number; a truth value is neither."""
    if value.__class__ is str and re.fullmatch(_NUMBER, value.strip()):
        value = float(value) if "." in value else int(value)
    if value.__class__ not in (int, float) or not -LARGEST <= value <= LARGEST:
        raise refusal("number_shape", "“{value}” is not a number; write it in digits", value)
    return value


def _figure(value: Any) -> int | float:
    if value.__class__ is str and value.rstrip().endswith("%"):
        return _number(value.rstrip()[:-1]) / 100
    return _number(value)


def _count(value: Any) -> int:
    number = _number(value)
    if number < 0 or number != int(number):
        raise refusal("count_shape", "“{value}” is not a whole number from 0 up", value)
    return int(number)


def _ratio(value: Any) -> float:
    ratio = _figure(value)
    if not 0 <= ratio <= 1:
        raise refusal("ratio_range", "“{value}” is not between 0 and 1, or 0% and 100%", value)
    return float(ratio)


def _money(value: Any) -> Money:
    if isinstance(value, Money):
        return value
    if value.__class__ is not str:
        return Money(_number(value))
    match = re.fullmatch(_MONEY, value.strip())
    if match is None:
        raise refusal("money_shape", "“{value}” is not an amount such as 3000 or TWD 3000", value)
    amount = _number(match["amount"].replace(",", ""))
    unit = match["before"] or match["after"] or ""
    known = unit.upper() if unit.isascii() and unit.isalpha() else None
    return Money(amount, _CURRENCIES.get(unit.upper(), known))


def _ages(value: Any) -> AgeRange:
    if isinstance(value, AgeRange):
        return value
    match = None if value.__class__ is bool else re.fullmatch(_AGES, str(value).strip())
    low = int(match["low"]) if match else 0
    high = (
        int(match["high"]) if match and match["high"] else None if match and match["open"] else low
    )
    if match is None or (high is not None and high < low):
        raise refusal("age_shape", "“{value}” is not an age range such as 25-34 or 18+", value)
    return AgeRange(low, high)


def _grade(value: Any) -> Any:
    if isinstance(value, bool):  # Python takes true for 1
        raise refusal("number_shape", "“{value}” is not a number; write it in digits", value)
    return value


_DIGITS = r"[0-9]{1,16}(\.[0-9]{1,16})?"
_WHOLE = r"\+?[0-9]{1,16}(\.0{1,16})?"
_SHARE = r"\+?(0{1,16}(\.[0-9]{1,16})?|0{0,15}1(\.0{1,16})?)"
_PERCENT = r"\+?(0{0,14}[0-9]{1,2}(\.[0-9]{1,16})?|0{0,13}100(\.0{1,16})?)\s*%"
_ANY = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}

Figure = Annotated[
    int | float,
    Parsed(
        _figure,
        shape(
            "Figure",
            "A number, or a rate: 600, 0.12 or 12%.",
            _ANY,
            written(rf"[+-]?{_DIGITS}\s*%?", "12%"),
        ),
    ),
]
Count = Annotated[
    int,
    Parsed(
        _count,
        shape(
            "Count",
            "A whole number from 0 up.",
            {"type": "integer", "minimum": 0, "maximum": LARGEST},
            written(_WHOLE, "600"),
        ),
    ),
]
Hours = Annotated[
    int | float,
    Parsed(
        _number,
        shape(
            "Number",
            "A number, whole or not.",
            _ANY,
            written(f"[+-]?{_DIGITS}", "1.5"),
        ),
    ),
]
Ratio = Annotated[
    float,
    Parsed(
        _ratio,
        shape(
            "Ratio",
            "A share: 0 to 1, or 0% to 100%.",
            {"type": "number", "minimum": 0, "maximum": 1},
            written(f"{_SHARE}|{_PERCENT}", "40%"),
        ),
    ),
]
Amount = Annotated[
    Money,
    Parsed(
        _money,
        shape(
            "Amount",
            "An amount of money, in the market's currency or in the one it names: TWD 3000.",
            _ANY,
            written(re.sub(r"\?P<\w+>", "", _MONEY), "TWD 3000", "NT$3,000", "¥3,000"),
        ),
    ),
]
Ages = Annotated[
    AgeRange,
    Parsed(
        _ages,
        shape(
            "Ages",
            "Years of age: 25-34, 18+ or 30.",
            {"type": "integer", "minimum": 0, "maximum": 999},
            written(re.sub(r"\?P<\w+>", "", _AGES), "25-34", "18+"),
        ),
    ),
]
Grade = Annotated[T, BeforeValidator(_grade)]
"""One of a few numbers; a truth value is none of them."""
