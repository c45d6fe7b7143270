"""The rule media-required."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Problem
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.bounds import bounded
from socialplan.rules.copy.due import FIRM, due, path_of
from socialplan.rules.media.shown import PICTURES, shown
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.facts import Fact
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded, Bounds


class _Need(NamedTuple):
    """What is missing."""

    what: Term
    least: float
    fact: Fact | None


@rule(
    "MED121",
    Severity.ERROR,
    message="this post for {platform} ({format}) still needs {what}",
    help="Add `assets:`, or choose a format that needs none.",
    source="The platform packs",
    confidence=Confidence.MEDIUM,
    bad="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig  # <-
            at: 2026-11-25 20:00
            format: reel
            title: Folding a croissant
    """,
    good="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig
            at: 2026-11-25 20:00
            format: reel
            title: Folding a croissant
            assets: [{url: https://littlebear.example/folding.mp4, kind: video}]
    """,
)
def media_required(plan: Plan, today: date) -> Iterator[Problem]:
    """Without the picture or video there is nothing to publish, however good the words are."""
    soon = {id(one) for one in due(plan, today)}
    for one in bounded(plan):
        need = _need(plan, one) if id(one.publication) in soon else None
        if need is None:
            continue
        bounds = one.bounds
        words = {
            "platform": bounds.platform.slug,
            "format": bounds.format.id,
            "what": need.what,
            "least": need.least,
        }
        yield Problem(
            path_of(one.publication),
            words,
            severity=None if one.publication.status in FIRM else Severity.WARNING,
            confidence=need.fact.confidence if need.fact else None,
            source=need.fact.reference if need.fact else None,
        )


def _need(plan: Plan, one: Bounded) -> _Need | None:
    kinds = [use.kind for use in shown(plan, one.publication)]
    if not kinds:
        if not one.bounds.format.media.required:
            return None
        return _first_need(one.bounds) or _Need(Term("media-any"), 1, one.bounds.format.media.fact)
    if None in kinds:
        return None  # it may be what is needed
    return _unmet(one.bounds, kinds)


def _first_need(bounds: Bounds) -> _Need | None:
    return _unmet(bounds, [])


def _unmet(bounds: Bounds, kinds: list[str | None]) -> _Need | None:
    """The first bound from below that is not reached."""
    counted = {
        "videos": kinds.count("video"),
        "images": sum(kind in PICTURES for kind in kinds),
        "items": len(kinds),
    }
    for field, number in counted.items():
        for limit in bounds.limits.get(field, ()):
            if limit.min is not None and number < limit.min:
                what = field if limit.min > 1 else f"one-of-{field}"
                return _Need(Term(f"media-{what}"), limit.min, limit.fact)
    return None
