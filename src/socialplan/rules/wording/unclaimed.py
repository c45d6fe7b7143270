"""What only asks, teaches, warns or denies: such words claim nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.lexicons import unclaimed
from socialplan.rules.wording.patterns import matcher

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 40
"""How many characters around a word say how it is meant."""


def is_unclaimed(rule: str, text: str, start: int, end: int) -> bool:
    """Say whether the words around a match take it back, or only speak of it."""
    how = unclaimed()
    if rule not in how.rules:
        return False
    behind = text[end : end + _NEAR]
    around = f"{text[max(0, start - _NEAR) : start]}‹{text[start:end]}›{behind}"
    if _is_any(how.warned, around):
        return True
    return _is_any(how.asked, around) and not matcher(how.sold).search(behind)


def _is_any(patterns: Iterable[str], around: str) -> bool:
    return any(matcher(one).search(around) for one in patterns)
