"""What rates divide by what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.facts import Metric


class Division(NamedTuple):
    """The two sides of a rate's formula."""

    above: str
    below: str


def division(known: Metric | None) -> Division | None:
    """Take a rate apart; None for what is no plain division."""
    if known is None or known.unit != "ratio" or not known.formula:
        return None
    above, line, below = known.formula.partition(" / ")
    if not line or "/" in below or "**" in known.formula:
        return None
    return Division(above.strip("()"), below.strip("()"))


def denominator(known: Metric | None, numbers: Mapping[str, float]) -> float | None:
    """What a rate divides by, where the numbers tell."""
    parts = division(known)
    if parts is None:
        return None
    from socialplan.facts.formulas import evaluate

    return evaluate(parts.below, numbers)
