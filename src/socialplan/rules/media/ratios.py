"""How wide a picture is for its height, held against what platforms take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.limits import ratio_of
from socialplan.finding import Problem, Severity
from socialplan.rules.copy.bounds import cited
from socialplan.rules.media.shown import held
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Limit
    from socialplan.plan import Plan
    from socialplan.rules.media.shown import Held

_CLOSE = 0.02
"""A ratio as near as that is the same to the eye: 1080×1921 is 9:16."""


def misfits(plan: Plan, kinds: tuple[str | None, ...]) -> Iterator[Problem]:
    """Say which assets do not have a shape that a platform takes."""
    for one in held(plan, kinds):
        limits = one.limits("ratio")
        asset = one.use.asset
        if limits and asset.width and asset.height:
            broken = [limit for limit in limits if not _fits(asset.width / asset.height, limit)]
            if broken:
                yield _say(one, min(broken, key=lambda limit: limit.soft))


def _fits(ratio: float, limit: Limit) -> bool:
    if limit.allowed:
        return any(abs(ratio / ratio_of(one) - 1) <= _CLOSE for one in limit.allowed)
    low, high = limit.min or 0, limit.max or float("inf")
    return low * (1 - _CLOSE) <= ratio <= high * (1 + _CLOSE)


def _say(one: Held, limit: Limit) -> Problem:
    asset, fact = one.use.asset, limit.fact
    words = {
        "width": asset.width,
        "height": asset.height,
        "ratio": _written((asset.width or 0) / (asset.height or 1)),
        "takes": _taken(limit),
        "low": _written(limit.min or 0),
        "high": _written(limit.max or 0),
        "platform": one.one.bounds.platform.slug,
        **cited(fact),
    }
    severity = Severity.WARNING if limit.soft else None
    return Problem(
        one.use.path,
        words,
        severity=severity,
        confidence=fact.confidence,
        source=fact.reference,
    )


def _taken(limit: Limit) -> object:
    """The shapes that are taken: a list, a range, or one end of a range."""
    if limit.allowed:
        return limit.allowed
    if limit.min is not None and limit.max is not None:
        return Term("ratio-between")
    return Term("ratio-from" if limit.min is not None else "ratio-up-to")


def _written(ratio: float) -> str:
    return f"{round(ratio, 2):.10g}:1"
