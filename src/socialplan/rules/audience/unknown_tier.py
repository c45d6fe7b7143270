"""The rule unknown-tier."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD117",
    Severity.ERROR,
    message="“{platform}” has no tier “{tier}” that changes its limits",
    help="`socialplan platforms {platform}` lists its tiers; leave the key out if it has none.",
    source="The platform packs",
    bad="""
        accounts:
          - id: x
            platform: x
            tier: premum  # <-
    """,
    good="""
        accounts:
          - id: x
            platform: x
            tier: premium
    """,
)
def unknown_tier(plan: Plan) -> Iterator[Problem]:
    """With a tier that nobody knows, posts are held to the limits of a free account."""
    for i, account in enumerate(plan.accounts):
        pack = platform(account.platform) if account.platform and account.tier else None
        if pack is None or not account.tier or account.tier in pack.tiers:
            continue
        near = get_close_matches(account.tier.lower(), pack.tiers, n=1)
        words = {"platform": account.platform, "tier": account.tier}
        yield Problem(("accounts", i, "tier"), words, suggestion=next(iter(near), None))
