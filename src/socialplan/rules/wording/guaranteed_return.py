"""The rule guaranteed-return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD115",
    Severity.ERROR,
    message="“{found}” promises a return or denies the risk"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD115] -- reason` above the post.",
    source="《广告法》第二十五条",
    bad="""
        brand: {name: 小熊生活, market: CN, industry: finance}
        posts:
          - at: 2026-12-01 20:00
            text: 新手也能稳赚不赔  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN, industry: finance}
        posts:
          - at: 2026-12-01 20:00
            text: 投资有风险，先看懂再决定
    """,
)
def guaranteed_return(plan: Plan) -> Iterator[Problem]:
    """Nobody can promise a return, and the law takes the promise as proof of deceit."""
    yield from problems(plan, "guaranteed-return")
