"""The rule false-urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD105",
    Severity.INFO,
    message="“{found}” presses readers without saying until when or how many"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD105] -- reason` above the post.",
    source="公平會網路廣告處理原則第 6–8 點",
    bad="""
        brand: {name: 小熊生活, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 限量禮盒，手刀搶購  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: TW}
        posts:
          - at: 2026-12-01 20:00
            text: 限量禮盒 80 組，12/24 前可以訂
    """,
)
def false_urgency(plan: Plan) -> Iterator[Problem]:
    """Limits that are not stated, or return next week, mislead readers and wear them out."""
    yield from problems(plan, "false-urgency")
