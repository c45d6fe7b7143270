"""The rule too-many-images."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.rules.media.shown import PICTURES, shown
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounds, Excess
    from socialplan.rules.media.shown import Shown

_COUNTED = ("images", "videos", "items")


@rule(
    "MED123",
    Severity.ERROR,
    message="{what} in a {format} on {platform}: {measured} of {limit} ({cited})",
    help="Leave some out, or choose a format that takes them.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            format: post
            assets: [oven.jpg, dough.jpg, tray.jpg, shop.jpg, crumbs.jpg]  # <-
    """,
    good="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            format: post
            assets: [oven.jpg, dough.jpg, tray.jpg, shop.jpg]
    """,
)
def too_many_images(plan: Plan) -> Iterator[Problem]:
    """A platform refuses the whole post, or leaves out the last pictures."""
    seen = set()
    fewest = cache(_fewest)
    for one in bounded(plan):
        uses = shown(plan, one.publication)
        if len(uses) <= fewest(one.bounds):
            continue
        for path, field, excess in _too_many(uses, one.bounds):
            if (path, id(excess.limit)) not in seen:
                seen.add((path, id(excess.limit)))
                words = {"what": Term(f"count-{field}"), "format": one.bounds.format.id}
                found = say(path, excess, one.bounds.platform.slug, **words)
                yield found if _is_chosen(one.publication) else _softly(found)


def _too_many(uses: Sequence[Shown], bounds: Bounds) -> Iterator[tuple[PlanPath, str, Excess]]:
    for path, counted in _groups(uses, bounds):
        for field, number in counted.items():
            for excess in exceeded_by(number, bounds.limits.get(field, ())):
                if number > excess.bound:
                    yield path, field, excess


def _fewest(bounds: Bounds) -> float:
    """The lowest bound on a number of assets."""
    limits = (limit for field in _COUNTED for limit in bounds.limits.get(field, ()))
    return min((one.max for one in limits if one.max is not None), default=float("inf"))


def _groups(uses: Sequence[Shown], bounds: Bounds) -> Iterator[tuple[PlanPath, dict[str, int]]]:
    """The assets of a post, and those of each part of a thread."""
    for path, group in groupby(uses, key=lambda use: use.path[:-1]):
        if path[-1] != "assets":
            continue  # a bubble or card holds one picture only
        kinds = [use.kind for use in group]
        images = sum(kind in PICTURES for kind in kinds)
        if images and "cover" in bounds.format.needs:
            images -= 1
        numbers = (images, kinds.count("video"), len(kinds))
        yield path, dict(zip(_COUNTED, numbers, strict=True))


def _softly(found: Problem) -> Problem:
    return replace(found, severity=Severity.WARNING)


def _is_chosen(one: Publication) -> bool:
    """Say whether somebody wrote the format; else another may well be meant."""
    return bool(one.post.format or (one.variant and one.variant.format))
