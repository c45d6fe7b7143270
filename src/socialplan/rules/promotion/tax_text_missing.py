"""The rule tax-text-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import amount_in, asked, draws, prizes, say
from socialplan.rules.wording.patterns import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.lexicons import Check
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.rules.promotion.draws import Draw


@rule(
    "PRO121",
    Severity.WARNING,
    message="the terms do not say who pays the tax on the prize (`tax_note`)"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO121] -- reason` above the post.",
    source="《各類所得扣繳率標準》; 财政部 税务总局公告 2019 年第 74 号",
    bad={
        "en": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: 手沖課程一年
                    prize_value: 24000
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: 手沖課程一年
                    prize_value: 24000
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: 手冲课程一年
                    prize_value: 4800
        """,
    },
    good={
        "en": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 手沖課程一年
                    prize_value: 24000
                    tax_note: 逾 20,000 元，由得獎者負擔 10% 扣繳
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 手沖課程一年
                    prize_value: 24000
                    tax_note: 逾 20,000 元，由得獎者負擔 10% 扣繳
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 手冲课程一年
                    prize_value: 4800
                    tax_note: 个人所得税由主办方代扣代缴并承担
        """,
    },
)
def tax_text_missing(plan: Plan) -> Iterator[Problem]:
    """A winner who hears of the tax afterwards writes about that, not about the prize."""
    for draw in draws(plan):
        if not draw.by_chance or draw.terms is None or draw.gives("tax_note"):
            continue
        for check in asked(plan, "tax", draw) if not draw.says("taxes") else ():
            if _is_taxed(plan, draw, check):
                yield say(check, (*draw.path, "terms"), draw)


def _is_taxed(plan: Plan, draw: Draw, check: Check) -> bool:
    """Say so unless every prize is known to be worth too little, or is of a kind left out."""
    terms = draw.terms
    kind = terms.prize_kind if terms else None
    if (
        kind
        and "except_kinds" in check.values
        and matcher(check.values["except_kinds"]).search(kind)
    ):
        return False
    values = [amount_in(plan, prize.value, check.values["currency"]) for prize in prizes(draw)]
    return not values or any(value is None or value > check.values["over"] for value in values)
