"""The rule ambiguous-disclosure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import hits, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_PAID = {"sponsored", "gifted"}


@rule(
    "WRD142",
    Severity.ERROR,
    message="“{found}” does not make clear enough that this is advertising"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD142] -- reason` above the post.",
    source="FTC staff letters, 2017; 《互联网广告管理办法》第九条",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: "We tried the new oat milk of Green Valley. #partner"  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: 【品牌合作】喝了一周的新燕麦奶，写下三个发现。  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: "#ad We tried the new oat milk of Green Valley. #partner"
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: 【广告】喝了一周的新燕麦奶，写下三个发现。
        """,
    },
)
def ambiguous_disclosure(plan: Plan) -> Iterator[Problem]:
    """A word that readers do not understand discloses nothing, and regulators list which."""
    for hit in hits(plan, "ambiguous-disclosure"):
        paid = not _PAID.isdisjoint(hit.speech.disclosed)
        yield replace(say(hit), severity=Severity.ERROR) if paid else say(hit)
