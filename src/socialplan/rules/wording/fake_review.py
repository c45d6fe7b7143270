"""The rule fake-review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD131",
    Severity.ERROR,
    message="“{found}” buys or invents praise: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD131] -- reason` above the post.",
    source="《反不正当竞争法》(2025) 第九条",
    bad="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 收到货好评返现 5 元  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 收到货写下真实感受，好坏都想听
    """,
)
def fake_review(plan: Plan) -> Iterator[Problem]:
    """Bought praise misleads buyers, and the seller answers for it."""
    yield from problems(plan, "fake-review")
