"""The rule lottery-without-eligibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import check_for, draws, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO103",
    Severity.ERROR,
    message="the terms of this draw do not say who may enter (`who_may_enter`)"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO103] -- reason` above the post.",
    source="公平會網路廣告處理原則第 8 點; 规范促销行为暂行规定第十三条; Facebook promotion terms",
    bad="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 留言就抽咖啡豆
            interaction:
              kind: lottery
              terms:  # <-
                end: 2026-12-24 20:00
    """,
    good="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 留言就抽咖啡豆
            interaction:
              kind: lottery
              terms:
                end: 2026-12-24 20:00
                who_may_enter: 居住臺灣、年滿 18 歲
    """,
)
def lottery_without_eligibility(plan: Plan) -> Iterator[Problem]:
    """Age and residence decide about tax, licence and consent, and staff should not win."""
    for draw in draws(plan):
        if draw.by_chance and draw.terms is not None and draw.lacks("who_may_enter"):
            yield say(check_for(plan, draw, "who_may_enter"), (*draw.path, "terms"), draw)
