"""The rule medical-advertising."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD114",
    Severity.WARNING,
    message="“{found}” may make this a medical advertisement"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD114] -- reason` above the post.",
    source="《醫療法》第 84 條",
    bad="""
        brand: {name: 小熊生活, market: TW, industry: services}
        posts:
          - at: 2026-12-01 20:00
            text: 電波拉皮三堂，體驗價  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: TW, industry: services}
        posts:
          - at: 2026-12-01 20:00
            text: 護膚療程三堂，體驗價
    """,
)
def medical_advertising(plan: Plan) -> Iterator[Problem]:
    """Only medical institutions may run medical ads; a shop is fined for one, whatever it meant."""
    yield from problems(plan, "medical-advertising")
