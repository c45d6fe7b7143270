"""The rule gift-over-cap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import amount_in, asked, draws, say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.lexicons import Check
    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO112",
    Severity.WARNING,
    message="a gift of {value} {currency} is over the cap of {cap} for this purchase"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO112] -- reason` above the post.",
    source="《公平交易法》第 23 條",
    bad="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: coupon
              terms:
                purchase_required: true
                product_value: 600
                gift_value: 400  # <-
    """,
    good="""
        brand: {name: 小熊咖啡, market: TW}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: coupon
              terms:
                purchase_required: true
                product_value: 600
                gift_value: 280
    """,
)
def gift_over_cap(plan: Plan) -> Iterator[Problem]:
    """A gift worth more than half of what is bought counts as buying customers."""
    for draw in draws(plan):
        terms = draw.terms
        if terms is None or not terms.purchase_required:
            continue
        for check in asked(plan, "gift-cap", draw):
            currency = check.values["currency"]
            gift = amount_in(plan, terms.gift_value, currency)
            price = amount_in(plan, terms.product_value, currency)
            if gift is not None and price is not None and gift > (cap := _cap(check, price)):
                path = (*draw.path, "terms", "gift_value")
                yield say(check, path, value=shown(gift), cap=shown(cap), currency=currency)


def _cap(check: Check, price: float) -> float:
    """Half of the price; a fixed sum for what costs little."""
    values = check.values
    return float(price * values["share"] if price >= values["from"] else values["below"])
