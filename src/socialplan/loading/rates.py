"""Rates and shares as people write them: 50 percent, 五成, or 50 alone."""

from __future__ import annotations

import re
from contextlib import suppress

from socialplan.loading.numerals import number_of

_PERCENT = re.compile(
    r"(?P<number>-?\d+(?:\.\d+)?)\s*(?:%|percent|per cent|pct|趴)"
    r"|(?P<tenths>[1-9一二三四五六七八九])\s*成"
    r"|百分之(?P<hundredths>\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})",
    re.IGNORECASE,
)


def percentage(text: str) -> str | None:
    """Write 50 percent, 五成 or 百分之五十 as 50%."""
    found = _PERCENT.fullmatch(text)
    if found is None:
        return None
    if found["tenths"]:
        return f"{_figure(found['tenths'])}0%"
    return f"{found['number'] or _figure(found['hundredths'])}%"


def share_of_hundred(text: str) -> str | None:
    """Write 50 as 50% where only a share fits; 3 may be a weight, and is nobody's 3%."""
    with suppress(ValueError):
        number = float(text)
        return f"{number:.10g}%" if 10 <= number <= 100 else None
    return None


def _figure(text: str) -> str:
    return text if text[0].isascii() else str(number_of(text))
