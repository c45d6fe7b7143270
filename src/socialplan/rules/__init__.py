"""Every rule, by family; each family lists its own, one line each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every rule, in the order of their codes."""
    from socialplan.rules import audience, copy, flow, media, schedule, shape, smart

    families = (shape, smart, audience, schedule, copy, media, flow)
    return tuple(rule for family in families for rule in family.RULES)
