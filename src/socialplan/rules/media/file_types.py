"""The file types of assets, held against those that platforms take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Severity
from socialplan.rules.copy.bounds import cited
from socialplan.rules.media.shown import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Limit
    from socialplan.plan import Plan

_SAME = {"jpeg": "jpg", "tiff": "tif", "heif": "heic"}


def refused(plan: Plan, kinds: tuple[str | None, ...]) -> Iterator[Problem]:
    """Say which assets have a file type that a platform does not take."""
    for one in held(plan, kinds):
        ending = one.use.ending
        for limit in one.limits("types"):
            if ending and not _takes(limit, ending):
                yield Problem(
                    one.use.path,
                    {
                        "type": ending,
                        "allowed": limit.allowed,
                        "platform": one.one.bounds.platform.slug,
                        **cited(limit.fact),
                    },
                    severity=Severity.WARNING if limit.soft else None,
                    confidence=limit.fact.confidence,
                    source=limit.fact.reference,
                )


def _takes(limit: Limit, ending: str) -> bool:
    return _SAME.get(ending, ending) in {_SAME.get(one, one) for one in limit.allowed}
