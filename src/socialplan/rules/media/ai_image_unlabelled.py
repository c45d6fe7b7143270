"""The rule ai-image-unlabelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.media.shown import everything_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

_BY_LAW = ("CN",)
_DISCLOSED = "ai_generated"


@rule(
    "MED115",
    Severity.WARNING,
    message="this was generated, and the post does not say so",
    help="Add `disclosure: ai_generated` to the post, and switch on the platform's own label.",
    source="《人工智能生成合成内容标识办法》, in force in mainland China since 2025-09-01",
    bad="""
        posts:
          - title: A bear in a blanket
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/blanket.png, source: generated}  # <-
    """,
    good="""
        posts:
          - title: A bear in a blanket
            at: 2026-11-25 20:00
            disclosure: ai_generated
            assets:
              - {url: https://littlebear.example/blanket.png, source: generated}
    """,
)
def ai_image_unlabelled(plan: Plan) -> Iterator[Problem]:
    """Readers feel deceived by pictures of what never was, and mainland China demands a label."""
    severity = Severity.ERROR if plan.brand.market in _BY_LAW else None
    for one, use in everything_shown(plan):
        if use.asset.source == "generated" and _DISCLOSED not in one.post.disclosure:
            yield Problem(use.path, {}, severity=severity)
