"""The rule guaranteed-pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD116",
    Severity.ERROR,
    message="“{found}” promises the outcome of a course or an exam"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD116] -- reason` above the post.",
    source="《广告法》第二十四条",
    bad="""
        brand: {name: 小熊生活, market: CN, industry: education}
        posts:
          - at: 2026-12-01 20:00
            text: 三个月包过，命题人亲授  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN, industry: education}
        posts:
          - at: 2026-12-01 20:00
            text: 三个月二十四节课，每周一次批改
    """,
)
def guaranteed_pass(plan: Plan) -> Iterator[Problem]:
    """A course can be promised, its success cannot."""
    yield from problems(plan, "guaranteed-pass")
