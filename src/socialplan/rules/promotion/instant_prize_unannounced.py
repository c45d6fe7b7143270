"""The rule instant-prize-unannounced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import amount_in, asked, draws, prizes, say, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO115",
    Severity.WARNING,
    message="{value} {currency} can be won on the spot, and no terms say where winners are named "
    "(`announce_where`): {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO115] -- reason` above the post.",
    source="《规范促销行为暂行规定》",
    bad="""
        brand: {name: 小熊家电, market: CN}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: wheel
              terms:
                prizes:
                  - {name: 电饭锅, value: 699, quantity: 3}  # <-
    """,
    good="""
        brand: {name: 小熊家电, market: CN}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: wheel
              terms:
                prizes:
                  - {name: 电饭锅, value: 699, quantity: 3}
                announce_where: 门店大屏与公众号，每日更新
    """,
)
def instant_prize_unannounced(plan: Plan) -> Iterator[Problem]:
    """Above 500 yuan the law wants winners announced as they win, and a file kept for two years."""
    for draw in draws(plan):
        if draw.interaction.kind != "wheel" or draw.gives("announce_where"):
            continue
        for check in asked(plan, "instant", draw):
            currency = check.values["currency"]
            for prize in prizes(draw):
                value = amount_in(plan, prize.value, currency)
                if value is not None and value > check.values["over"]:
                    yield say(check, prize.path, draw, value=shown(value), currency=currency)
