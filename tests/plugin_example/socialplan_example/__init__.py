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
    source="An example",
    bad="brand: {name: Bear}  # <-",
    good="brand: {name: Bear, promise: honey}",
)
def untitled_brand(plan: Plan) -> Iterator[Problem]:
    """A promise is what customers remember."""
    if not plan.brand.promise:
        yield problem("brand", brand=plan.brand.name)


RULES = [untitled_brand]
