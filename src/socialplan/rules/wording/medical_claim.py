"""The rule medical-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD111",
    Severity.ERROR,
    message="“{found}” may be read as a medical claim"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD111] -- reason` above the post.",
    source="《食品安全衛生管理法》第 28 條; 《藥事法》第 69 條; 《广告法》第十七条",
    bad={
        "en": """
            brand: {name: 小熊生活, market: TW, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，改善過敏、養肝  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，改善過敏、養肝  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，消炎又排毒  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊生活, market: TW, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，幫助消化、調整體質
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，幫助消化、調整體質
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN, industry: food}
            posts:
              - at: 2026-12-01 20:00
                text: 每天一杯，入口清爽、回甘慢
        """,
    },
)
def medical_claim(plan: Plan) -> Iterator[Problem]:
    """Only medicines may heal; whoever else says so pays the highest fines of advertising law."""
    yield from problems(plan, "medical-claim")
