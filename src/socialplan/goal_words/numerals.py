"""Numbers in digits and in words: 1,200, 2,5 %, 1.5 萬, 10k, 二十, 三千五, twenty-five, a dozen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.goal_words.vocabulary import Met, Words, ahead, section

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLLOQUIAL = 100
"""From 一百五 on, a last digit counts in tenths of the power before it: 150."""


class Numeral(NamedTuple):
    """A number and where it stands."""

    start: int
    end: int
    value: float
    in_digits: bool


def numerals(text: str) -> list[Numeral]:
    """All numbers, from left to right."""
    found = [*_in_digits(text), *_in_chinese(text), *_in_english(text)]
    found.sort()
    return [one for i, one in enumerate(found) if i == 0 or one.start >= found[i - 1].end]


def numeral_at(text: str, start: int) -> Numeral | None:
    """The number that begins there."""
    match = _digits().match(text, start)
    if match is not None:
        return _scaled(text, match)
    match = _chinese().match(text, start)
    value = _worth(match) if match else None
    if match is None or value is None:
        return None
    return Numeral(start, match.end(), value, in_digits=False)


def chinese(written: str) -> float | None:
    """The value of a numeral such as 兩千三百; None where the characters make no number."""
    data = section("numbers")
    digits, powers, myriads, tens = (data[name] for name in ("digits", "powers", "myriads", "tens"))
    total, part, digit, power, zero = 0, 0, None, 1, False
    for letter in written:
        if letter in digits:
            if digit is not None:
                return None
            zero = zero or digits[letter] == 0
            digit = digits[letter] or None
        elif letter in powers:
            power = powers[letter]
            part += power * (1 if digit is None else digit)
            digit, zero = None, False
        elif letter in tens:
            part, power, digit = part + tens[letter], 10, None
        else:
            power = myriads[letter]
            total += power * ((part + (digit or 0)) or 1)
            part, digit, zero = 0, None, False
    if digit is not None:
        part += digit * (power // 10 if power >= _COLLOQUIAL and not zero else 1)
    return total + part


def _worth(match: re.Match[str]) -> float | None:
    """The value of a numeral, or of one with a point such as 一點二萬."""
    whole, point, parts = re.sub("點", "点", match[0]).partition("点")
    value = chinese(whole)
    if not point or value is None:
        return value
    data = section("numbers")
    value += sum(data["digits"].get(one, 0) / 10**i for i, one in enumerate(parts, 1))
    worth: float = value * data["myriads"].get(parts[-1], 1)
    return round(worth, 4)


def _in_digits(text: str) -> Iterator[Numeral]:
    end = 0
    for match in _digits().finditer(text):
        if match.start() >= end:
            found = _scaled(text, match)
            end = found.end
            yield found


def _scaled(text: str, match: re.Match[str]) -> Numeral:
    """Read what belongs to the digits too: 1.5w, 10k, 1 萬 5 千."""
    total, end, smaller = _value(match), match.end(), float("inf")
    digits: re.Match[str] | None = match
    while digits is not None:
        scale = scale_after(text, digits.end())
        if scale is None or scale.meaning >= smaller:
            break
        so_far = 0.0 if digits is match else total
        total = so_far + _value(digits) * scale.meaning
        end, smaller = scale.end, scale.meaning
        digits = _digits().match(text, ahead(text, end))
    return Numeral(match.start(), end, int(total) if total.is_integer() else total, in_digits=True)


def _value(match: re.Match[str]) -> float:
    if match["comma"]:
        return float(match[0].replace(",", "."))
    return float(match[0].replace("." if match["dotted"] else ",", ""))


def scale_after(text: str, end: int) -> Met[float] | None:
    """The scale behind a number; single letters only where they touch it, as in 10k."""
    scale = _scales().after(text, end)
    if scale is None or scale.start == end or text[scale.start] >= "\u4e00":
        return scale
    return scale if scale.end - scale.start > 1 else None


def _in_chinese(text: str) -> Iterator[Numeral]:
    for match in _chinese().finditer(text):
        value = _worth(match)
        if value is not None:
            yield Numeral(match.start(), match.end(), value, in_digits=False)


def _in_english(text: str) -> Iterator[Numeral]:
    """Join number words that stand side by side."""
    run: list[tuple[int, int, str]] = []
    for met in _english().all(text):
        if run and text[run[-1][1] : met.start] not in (" ", "-", " and "):
            yield _counted(run)
            run = []
        run.append(met)
    if run:
        yield _counted(run)


def _counted(run: list[tuple[int, int, str]]) -> Numeral:
    data = section("numbers")
    total = part = 0
    for _, _, word in run:
        if word in data["words"]:
            part += data["words"][word]
        elif data["groups"][word] >= 1000:
            total, part = total + (part or 1) * data["groups"][word], 0
        else:
            part = (part or 1) * data["groups"][word]
    return Numeral(run[0][0], run[-1][1], total + part, in_digits=False)


@cache
def _english() -> Words[str]:
    data = section("numbers")
    return Words({word: word for group in ("words", "groups") for word in data[group]})


@cache
def _scales() -> Words[float]:
    return Words(section("numbers")["scales"])


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9])(?:(?P<comma>[0-9]{1,3},[0-9]{1,2}(?= ?(?:%|percent)))"
        r"|(?P<dotted>[0-9]{1,3}(?:\.[0-9]{3}){2,4})"
        r"|(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?)(?![0-9])"
    )


@cache
def _chinese() -> re.Pattern[str]:
    data = section("numbers")
    digits, myriads = "".join(data["digits"]), "".join(data["myriads"])
    letters = "".join((digits, *data["tens"], *data["powers"], myriads))
    # 八點一起看 is no 8.1: a point stands in what is counted in myriads, times or points.
    return re.compile(
        rf"(?<=分之)[{letters}]{{1,8}}[點点][{digits}]{{1,3}}"
        rf"|[{digits}十]{{1,3}}[點点][{digits}]{{1,2}}(?:[{myriads}]|(?=倍|[個个]百分[點点]))"
        rf"|[{letters}]{{1,20}}"
    )
