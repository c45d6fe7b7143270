"""The rule paid-entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import asked, draws, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.interaction import Terms


@rule(
    "PRO114",
    Severity.ERROR,
    message="one must pay to enter this draw: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO114] -- reason` above the post.",
    source="Gambling Ordinance cap. 148, licence conditions",
    bad="""
        brand: {name: 小熊生活, market: HK}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: lottery
              terms:
                no_entry_fee: false  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: HK}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: lottery
              terms:
                no_entry_fee: true
    """,
)
def paid_entry(plan: Plan) -> Iterator[Problem]:
    """Where one pays for a chance, a draw becomes a lottery that only the state may hold."""
    for draw in draws(plan):
        field = _paid(draw.terms) if draw.by_chance and draw.terms is not None else None
        for check in asked(plan, "fee", draw) if field else ():
            yield say(check, (*draw.path, "terms", str(field)))


def _paid(terms: Terms) -> str | None:
    """Which field says that entering costs something."""
    if terms.no_entry_fee is False:
        return "no_entry_fee"
    return "purchase_required" if terms.purchase_required and not terms.no_entry_fee else None
