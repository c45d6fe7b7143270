"""Chinese numerals up to 99, as in 晚上八點 and 二十五."""

from __future__ import annotations


def number_of(numeral: str) -> int:
    """Read 八, 十二 or 二十五."""
    tens, ten, ones = numeral.rpartition("十")
    return (10 * (_digit(tens) or 1) if ten else 0) + _digit(ones)


def _digit(numeral: str) -> int:
    return " 一二三四五六七八九".find(numeral) if numeral else 0
