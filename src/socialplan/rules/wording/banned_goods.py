"""The rule banned-goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD125",
    Severity.ERROR,
    message="“{found}” may not be advertised at all: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD125] -- reason` above the post.",
    source="《菸害防制法》",
    bad="""
        brand: {name: 小熊生活, market: TW, industry: retail}
        posts:
          - at: 2026-12-01 20:00
            text: 電子菸新口味到貨  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: TW, industry: retail}
        posts:
          - at: 2026-12-01 20:00
            text: 冬季茶包新口味到貨
    """,
)
def banned_goods(plan: Plan) -> Iterator[Problem]:
    """For some goods no wording is right."""
    yield from problems(plan, "banned-goods")
