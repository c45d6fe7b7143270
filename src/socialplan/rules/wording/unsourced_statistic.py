"""The rule unsourced-statistic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD103",
    Severity.WARNING,
    message="“{found}” appeals to figures without naming where they come from"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD103] -- reason` above the post.",
    source="《广告法》第十一条",
    bad="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 数据显示，九成客人会再来  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 九成客人会再来（来源：2026 年 9 月门店问卷，312 份）
    """,
)
def unsourced_statistic(plan: Plan) -> Iterator[Problem]:
    """Figures persuade, so the law wants to know whose they are."""
    yield from problems(plan, "unsourced-statistic")
