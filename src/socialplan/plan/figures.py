"""Numbers as people write them in a plan: counts, figures, ratios, money, ages."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple

from socialplan.plan.shapes import Parsed, refusal

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


_PERCENT = {"type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?\\s*%?$"}

Figure = Annotated[int | float, Parsed(_figure, {"anyOf": [{"type": "number"}, _PERCENT]})]
"""A number that may be a rate: 600, 0.12 or 12%."""

Count = Annotated[
    int,
    Parsed(
        _count,
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}]},
    ),
]
Hours = Annotated[int | float, Parsed(_number, {"type": "number"})]
Ratio = Annotated[
    float,
    Parsed(
        _ratio,
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?\\s*%?$"},
            ]
        },
    ),
]
Amount = Annotated[Money, Parsed(_money, {"type": ["number", "string"]})]
Ages = Annotated[
    AgeRange,
    Parsed(
        _ages,
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": "^[0-9]{1,3}\\s*(\\+|[-–~～]\\s*[0-9]{1,3})?$"},
            ]
        },
    ),
]
