"""The rule unknown-tier."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD117",
    Severity.ERROR,
    message="“{platform}” has no tier “{tier}” that changes its limits",
    help="`socialplan platforms {platform}` lists its tiers; leave the key out if it has none.",
    source="The platform packs",
    fix=Safety.UNSAFE,
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
        meant = next(iter(get_close_matches(account.tier.lower(), pack.tiers, n=1)), None)
        words = {"platform": account.platform, "tier": account.tier}
        path = ("accounts", i, "tier")
        yield Problem(path, words, suggestion=meant, fix=instead(path, account.tier, meant))
