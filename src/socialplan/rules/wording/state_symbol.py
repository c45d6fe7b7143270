"""The rule state-symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD132",
    Severity.ERROR,
    message="“{found}” uses the state or its symbols: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD132] -- reason` above the post.",
    source="《广告法》第九条第（一）、（二）项",
    bad="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 国宴指定的一款茶  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            text: 婚宴上常见的一款茶
    """,
)
def state_symbol(plan: Plan) -> Iterator[Problem]:
    """The state, its symbols and its organs sell nothing."""
    yield from problems(plan, "state-symbol")
