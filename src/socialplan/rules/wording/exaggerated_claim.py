"""The rule exaggerated-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD112",
    Severity.ERROR,
    message="“{found}” may claim more than this product is allowed to"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD112] -- reason` above the post.",
    source="《食品安全衛生管理法》第 28 條; 《化粧品衛生安全管理法》第 10 條",
    bad="""
        brand: {name: 小熊生活, market: TW, industry: cosmetics}
        posts:
          - at: 2026-12-01 20:00
            text: 活化細胞，細紋立刻燙平  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: TW, industry: cosmetics}
        posts:
          - at: 2026-12-01 20:00
            text: 滋潤保濕，肌膚看起來更緊緻
    """,
)
def exaggerated_claim(plan: Plan) -> Iterator[Problem]:
    """Health bureaus read social posts every day, and these are the words that they search for."""
    yield from problems(plan, "exaggerated-claim")
