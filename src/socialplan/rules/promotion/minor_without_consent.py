"""The rule minor-without-consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import asked, draws, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO124",
    Severity.ERROR,
    message="those of {min_age} may enter; below {age} a guardian must agree, and no terms say how "
    "(`guardian_consent`): {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO124] -- reason` above the post.",
    source="《个人信息保护法》第三十一条; COPPA, 16 CFR 312; 《民法》",
    bad="""
        brand: {name: Little Bear, market: US}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: contest
              terms:
                collects_data: true
                min_age: 10  # <-
    """,
    good="""
        brand: {name: Little Bear, market: US}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: contest
              terms:
                collects_data: true
                min_age: 13
    """,
)
def minor_without_consent(plan: Plan) -> Iterator[Problem]:
    """A child's data and a child's prize both need a guardian's word."""
    for draw in draws(plan):
        terms = draw.terms
        if terms is None or terms.min_age is None or terms.guardian_consent:
            continue
        for check in asked(plan, "minors", draw) if terms.collects_data is not False else ():
            age = check.values["age"]
            if terms.min_age < age:
                path = (*draw.path, "terms", "min_age")
                yield say(check, path, min_age=terms.min_age, age=age)
