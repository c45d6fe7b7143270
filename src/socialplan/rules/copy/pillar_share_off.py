"""The rule pillar-share-off."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from socialplan.rule import Confidence, Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_ENOUGH = 8
"""Posts; among fewer, one more or less moves a share too far."""

_OFF = 0.15
_OFF_BY = 2
"""Posts; one that is written next may well be the missing one."""
_NOT_PLANNED = ("idea", "on_hold", "cancelled")


@rule(
    "TXT141",
    Severity.WARNING,
    message="“{pillar}” has {planned} of the {posts} planned posts, and {intended} was intended",
    help="Plan other posts, or change the `share:`.",
    source="The calendar guides that this tool grew from: shares such as 40/30/20/10",
    confidence=Confidence.MEDIUM,
    bad="""
        pillars:
          - {id: recipes, name: Recipes, share: 70%}  # <-
          - {id: offers, name: Offers, share: 30%}  # <-
        posts:
          - {title: Soup, at: 2026-12-01 12:00, pillar: recipes}
          - {title: Two for one, at: 2026-12-02 12:00, pillar: offers}
          - {title: Free refill, at: 2026-12-03 12:00, pillar: offers}
          - {title: Half a cake, at: 2026-12-04 12:00, pillar: offers}
          - {title: Pie, at: 2026-12-08 12:00, pillar: recipes}
          - {title: Early bird, at: 2026-12-09 12:00, pillar: offers}
          - {title: Last tray, at: 2026-12-10 12:00, pillar: offers}
          - {title: Gift card, at: 2026-12-11 12:00, pillar: offers}
    """,
    good="""
        pillars:
          - {id: recipes, name: Recipes, share: 70%}
          - {id: offers, name: Offers, share: 30%}
        posts:
          - {title: Soup, at: 2026-12-01 12:00, pillar: recipes}
          - {title: Two for one, at: 2026-12-02 12:00, pillar: offers}
          - {title: Bread, at: 2026-12-03 12:00, pillar: recipes}
          - {title: Half a cake, at: 2026-12-04 12:00, pillar: offers}
          - {title: Pie, at: 2026-12-08 12:00, pillar: recipes}
          - {title: Jam, at: 2026-12-09 12:00, pillar: recipes}
          - {title: Waffles, at: 2026-12-10 12:00, pillar: recipes}
          - {title: Gift card, at: 2026-12-11 12:00, pillar: offers}
    """,
)
def pillar_share_off(plan: Plan) -> Iterator[Problem]:
    """What is quickest to write crowds out the rest, unless somebody counts."""
    if not any(pillar.share is not None for pillar in plan.pillars):
        return
    planned = [post for post in plan.posts if post.at and post.state not in _NOT_PLANNED]
    counted: Counter[str | None] = Counter(post.pillar for post in planned if post.pillar)
    total = counted.total()
    if total < _ENOUGH or total < len(planned) / 2:
        return
    for i, pillar in enumerate(plan.pillars):
        if pillar.share is None:
            continue
        share = counted[pillar.id] / total
        off = abs(share - pillar.share)
        if off > _OFF and off * total >= _OFF_BY:
            words = {
                "pillar": pillar.name or pillar.id,
                "planned": f"{share:.0%}",
                "intended": f"{pillar.share:.0%}",
                "posts": total,
            }
            yield problem("pillars", i, "share", **words)
