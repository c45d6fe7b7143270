"""The rule warning-text-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.missing import gaps, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD117",
    Severity.ERROR,
    message="the warning that the law asks for is missing"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} A picture that carries it says so in its `alt`.",
    source="《菸酒管理法》第 37 條; 《广告法》第十八条",
    bad={
        "en": """
            brand: {name: 小熊酒窖, market: TW, industry: alcohol}
            posts:
              - at: 2026-12-01 20:00
                text: 冬季限定的桂花釀，溫熱喝更香。  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊酒窖, market: TW, industry: alcohol}
            posts:
              - at: 2026-12-01 20:00
                text: 冬季限定的桂花釀，溫熱喝更香。  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊营养, market: CN, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 早餐后一粒，配温水。  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊酒窖, market: TW, industry: alcohol}
            posts:
              - at: 2026-12-01 20:00
                text: 冬季限定的桂花釀，溫熱喝更香。飲酒過量，有礙健康
        """,
        "zh-TW": """
            brand: {name: 小熊酒窖, market: TW, industry: alcohol}
            posts:
              - at: 2026-12-01 20:00
                text: 冬季限定的桂花釀，溫熱喝更香。飲酒過量，有礙健康
        """,
        "zh-CN": """
            brand: {name: 小熊营养, market: CN, industry: supplement}
            posts:
              - at: 2026-12-01 20:00
                text: 早餐后一粒，配温水。本品不能代替药物
        """,
    },
)
def warning_text_missing(plan: Plan) -> Iterator[Problem]:
    """For some goods every advertisement carries the warning, a story as much as a poster."""
    said = set()
    for gap in gaps(plan, "warning-text-missing", beside_the_copy=True):
        path = gap.publication.texts[0].path
        if path not in said:
            said.add(path)
            yield say(gap, path, on_key=True)
