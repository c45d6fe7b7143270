"""The rule health-food-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD113",
    Severity.ERROR,
    message="“{found}” is reserved for, or forbidden to, licensed health food"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD113] -- reason` above the post.",
    source="《健康食品管理法》第 6 條; 《广告法》第十八条",
    bad={
        "en": """
            brand: {name: 小熊生活, market: TW, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 全家都能吃的健康食品  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 全家都能吃的健康食品  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 祖传秘方，人人必备。本品不能代替药物  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊生活, market: TW, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 全家都能吃的保健食品
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 全家都能吃的保健食品
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 早餐后一粒，配温水。本品不能代替药物
        """,
    },
)
def health_food_claim(plan: Plan) -> Iterator[Problem]:
    """“Health food” is a licence, not a compliment."""
    yield from problems(plan, "health-food-claim")
