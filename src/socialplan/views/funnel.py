"""The way of customers: six steps with a rate each, and legs of a path such as friend to member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan import Plan

STEPS = ("attract", "nurture", "close", "serve", "upsell", "refer")
"""In the order in which customers take them: 抓潛, 滲透, 成交, 服務, 追銷, 裂變."""


@dataclass(frozen=True)
class FunnelRow:
    """One of the six steps, or one leg of a path."""

    step: str
    rate: str
    origin: str
    goal: str
    baseline: float | None
    target: float | None
    how: str


def funnel_of(plan: Plan) -> tuple[FunnelRow, ...]:
    """List steps and legs in the order of the plan."""
    return tuple(
        FunnelRow(
            step=one.step or "",
            rate=one.rate or "",
            origin=one.from_ or "",
            goal=one.to or "",
            baseline=one.baseline,
            target=one.target,
            how=one.how or "",
        )
        for one in plan.funnel
    )
