"""Every rule, by family; each family lists its own, one line each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.rule import Rule


FAMILIES = (
    "shape",
    "smart",
    "audience",
    "schedule",
    "copy",
    "media",
    "flow",
    "community",
    "measurement",
    "wording",
    "promotion",
    "suppression",
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every rule, in the order of their codes."""
    from importlib import import_module

    families = (import_module(f"socialplan.rules.{name}") for name in FAMILIES)
    return tuple(rule for family in families for rule in family.RULES)
