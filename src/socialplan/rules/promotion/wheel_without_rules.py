"""The rule wheel-without-rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import draws, say, terms_check
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.interaction import Terms


@rule(
    "PRO104",
    Severity.ERROR,
    message="this wheel does not say {missing}: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO104] -- reason` above the post.",
    source="《规范促销行为暂行规定》第十三条; 公平會網路廣告處理原則第 8 點",
    bad="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 到店就能轉一次
            interaction: wheel  # <-
    """,
    good="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 到店就能轉一次
            interaction:
              kind: wheel
              terms:
                prizes: [{name: 濾紙一包, odds: "60%"}, {name: 杯墊一片, odds: "40%"}]
    """,
)
def wheel_without_rules(plan: Plan) -> Iterator[Problem]:
    """A wheel is a draw with a prettier face: number or odds of every prize belong beside it."""
    for draw in draws(plan):
        if draw.interaction.kind != "wheel":
            continue
        check = terms_check(plan, draw)
        if draw.terms is None:
            yield say(check, draw.path, missing=[Term("draw-terms")])
        elif not _tells_chances(draw.terms):
            path = (*draw.path, "terms")
            missing = [Term("draw-prizes.quantity"), Term("draw-prizes.odds")]
            yield say(check, path, draw, missing=missing)


def _tells_chances(terms: Terms) -> bool:
    if terms.prizes:
        return all(prize.odds or prize.quantity is not None for prize in terms.prizes)
    return bool(terms.prize_quantity_or_odds) or terms.prize_quantity is not None
