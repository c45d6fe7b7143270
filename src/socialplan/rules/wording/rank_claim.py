"""The rule rank-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD102",
    Severity.WARNING,
    message="“{found}” claims a rank, or to be the only one"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD102] -- reason` above the post.",
    source="《公平交易法》第 21 條; 《广告法》第九条、第十一条",
    bad={
        "en": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 全台第一的手沖壺  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 全台第一的手沖壺  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 销量第一的手冲壶  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 全台第一的手沖壺（資料來源：2026 年 9 月門市銷售統計）
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 用了十二年還在賣的手沖壺
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 第一次手冲，也能冲好的壶
        """,
    },
)
def rank_claim(plan: Plan) -> Iterator[Problem]:
    """A rank without dated figures is what competitors and consumer groups report first."""
    yield from problems(plan, "rank-claim")
