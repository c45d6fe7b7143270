"""The rule too-many-mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.rules.copy.tags import count_mentions, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "TXT113",
    Severity.ERROR,
    message="mentions on {platform}: {measured} of {limit} ({cited})",
    help="Name those who have a part in it; thank the others in a comment.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig
            mentions: [a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4, b5, b6, b7, b8,  # <-
              b9, c1, c2, c3]
    """,
    good="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig
            mentions: [a1, a2, a3]
    """,
)
def too_many_mentions(plan: Plan) -> Iterator[Problem]:
    """A platform refuses the post beyond its limit, and people who are named in a crowd mind it."""
    seen = set()
    for one in bounded(plan):
        limits = one.bounds.limits.get("mentions", ())
        if not limits:
            continue
        for excess in exceeded_by(count_mentions(one), limits):
            path, slug = place_of(one.publication, "mentions"), one.bounds.platform.slug
            if (path, slug) not in seen:
                seen.add((path, slug))
                yield say(path, excess, slug)
