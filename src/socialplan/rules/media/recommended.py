"""Sizes that platforms recommend: a smaller picture is scaled up, and looks blurred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Severity
from socialplan.rules.copy.bounds import cited
from socialplan.rules.media.shown import held
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Limit
    from socialplan.plan import Plan


def too_small(plan: Plan, kinds: tuple[str | None, ...]) -> Iterator[Problem]:
    """Say which assets are less wide than any recommended size."""
    for asset in held(plan, kinds):
        one, use, limits = asset.one, asset.use, asset.limits("sizes")
        for limit in limits if use.asset.width else ():
            least = _least_width(limit)
            if least is not None and (use.asset.width or 0) < least:
                words = {
                    "what": Term("size-width"),
                    "measured": use.asset.width,
                    "unit": Term("count-pixels"),
                    "platform": one.bounds.platform.slug,
                    "bound": Term("at-best"),
                    "limit": least,
                    **cited(limit.fact),
                }
                yield Problem(
                    use.path,
                    words,
                    severity=Severity.INFO,
                    confidence=limit.fact.confidence,
                    source=limit.fact.reference,
                )


def _least_width(limit: Limit) -> int | None:
    """The width of the narrowest of `1080x1350` and its like; None if one is a range."""
    widths = [size.partition("x")[0] for size in limit.allowed]
    return min(map(int, widths)) if widths and all(map(str.isdigit, widths)) else None
