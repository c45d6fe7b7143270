"""The rule prize-over-cap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import amount_in, asked, draws, prizes, say, shown
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.lexicons import Check
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.rules.promotion.draws import Draw


@rule(
    "PRO111",
    Severity.ERROR,
    message="{value} {currency} for {what} is over the cap of {cap}"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO111] -- reason` above the post.",
    source="《反不正当竞争法》(2025) 第十一条; 《公平交易法》第 23 條",
    bad={
        "en": """
            brand: {name: 小熊家电, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 电动车
                    prize_value: 69800  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊家電, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    purchase_required: true
                    prize_value: 6800000  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊家电, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 电动车
                    prize_value: 69800  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊家电, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 电冰箱
                    prize_value: 6980
        """,
        "zh-TW": """
            brand: {name: 小熊家電, market: TW}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    purchase_required: false
                    prize_value: 6800000
        """,
        "zh-CN": """
            brand: {name: 小熊家电, market: CN}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 电冰箱
                    prize_value: 6980
        """,
    },
)
def prize_over_cap(plan: Plan) -> Iterator[Problem]:
    """Prizes that are too big count as unfair competition, and the whole promotion is stopped."""
    for draw in draws(plan):
        if not draw.by_chance:
            continue
        for check in asked(plan, "prize-cap", draw):
            if not check.values.get("purchase_required") or draw.gives("purchase_required"):
                yield from _too_much(plan, draw, check)


def _too_much(plan: Plan, draw: Draw, check: Check) -> Iterator[Problem]:
    terms, currency, cap = draw.terms, check.values["currency"], check.values["cap"]
    if terms is None:
        return
    for prize in prizes(draw):
        value = amount_in(plan, prize.value, currency)
        if value is not None and value > cap:
            words = {"value": shown(value), "cap": shown(cap), "currency": currency}
            yield say(check, prize.path, what=Term("cap-prize"), **words)
    total = amount_in(plan, terms.annual_total, currency)
    sales = amount_in(plan, terms.annual_sales, currency)
    if "year" in check.values and total is not None and sales is not None:
        year = check.values["year"]
        cap = min(year["most"], max(year["least"], year["share"] * sales))
        if total > cap:
            words = {"value": shown(total), "cap": shown(cap), "currency": currency}
            yield say(check, (*draw.path, "terms", "annual_total"), what=Term("cap-year"), **words)
