"""The rule too-many-images."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.rules.media.shown import PICTURES, shown
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounded


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
    for one in bounded(plan):
        publication, slug = one.publication, one.bounds.platform.slug
        if not publication.assets and not publication.thread:
            continue
        for path, counted in _groups(one):
            for field, number in counted.items():
                key = (path, slug, one.bounds.format.id, field)
                for excess in exceeded_by(number, one.bounds.limits.get(field, ())):
                    if number > excess.bound and key not in seen:
                        seen.add(key)
                        what = Term(f"count-{field}")
                        found = say(path, excess, slug, what=what, format=publication.format)
                        yield (
                            found
                            if _is_chosen(publication)
                            else replace(found, severity=Severity.WARNING)
                        )


def _groups(one: Bounded) -> Iterator[tuple[PlanPath, Mapping[str, int]]]:
    """The assets of a post, and those of each part of a thread."""
    own = (use for use in shown(one.publication) if use.path[-2] == "assets")
    for path, uses in groupby(own, key=lambda use: use.path[:-1]):
        kinds = [use.kind for use in uses]
        images = sum(kind in PICTURES for kind in kinds)
        if images and "cover" in one.bounds.format.needs:
            images -= 1
        yield path, {"images": images, "videos": kinds.count("video"), "items": len(kinds)}


def _is_chosen(one: Publication) -> bool:
    """Say whether somebody wrote the format; else another may well be meant."""
    return bool(one.post.format or (one.variant and one.variant.format))
