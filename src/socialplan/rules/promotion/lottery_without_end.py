"""The rule lottery-without-end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import check_for, draws, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO102",
    Severity.ERROR,
    message="the terms of this draw do not say when entering ends (`end`)"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO102] -- reason` above the post.",
    source="公平會網路廣告處理原則第 8 點; Facebook promotion terms",
    bad="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 留言就抽咖啡豆
            interaction:
              kind: lottery
              terms:  # <-
                who_may_enter: 年滿 18 歲
    """,
    good="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 留言就抽咖啡豆
            interaction:
              kind: lottery
              terms:
                who_may_enter: 年滿 18 歲
                end: 2026-12-24 20:00
    """,
)
def lottery_without_end(plan: Plan) -> Iterator[Problem]:
    """Without an end nobody knows who was in time, and the prize may be asked for next year."""
    for draw in draws(plan):
        if draw.by_chance and draw.terms is not None and draw.terms.end is None:
            yield say(check_for(plan, draw, "end"), (*draw.path, "terms"), draw)
