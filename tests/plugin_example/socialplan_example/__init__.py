"""A rule of somebody else's package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Problem, Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "EXA001",
    Severity.INFO,
    message="the brand “{brand}” makes no promise",
    help="Write in `promise` what customers gain.",
    source="The handbook of Example Ltd",
    bad="brand: {name: Bear}  # <-",
    good="brand: {name: Bear, promise: honey}",
    translations={
        "zh-TW": {"message": "品牌「{brand}」沒有寫承諾", "reason": "顧客記得的是承諾。"},
        "zh-CN": {"message": "品牌“{brand}”没有写承诺", "reason": "顾客记得的是承诺。"},
    },
)
def brand_without_promise(plan: Plan) -> Iterator[Problem]:
    """A promise is what customers remember."""
    if not plan.brand.promise:
        yield problem("brand", brand=plan.brand.name)


RULES = [brand_without_promise]
