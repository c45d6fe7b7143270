"""The rule reference-price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD104",
    Severity.INFO,
    message="“{found}” compares prices; what it is compared with must be provable"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD104] -- reason` above the post.",
    source="《规范促销行为暂行规定》",
    bad="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 原价 99 元，今天 69 元  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 前七天最低价 89 元，今天 69 元
    """,
)
def reference_price(plan: Plan) -> Iterator[Problem]:
    """A struck-out price that nobody paid in the last seven days counts as price fraud."""
    yield from problems(plan, "reference-price")
