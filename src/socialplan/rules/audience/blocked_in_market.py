"""The rule blocked-in-market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD131",
    Severity.ERROR,
    message="“{platform}” cannot be reached from {market} (as of {date})",
    help="Choose a platform that your customers can open, or name the market that you mean.",
    source="The platform packs",
    bad="""
        brand: {name: Little Bear, market: TW}
        accounts:
          - id: notes
            platform: xiaohongshu  # <-
    """,
    good="""
        brand: {name: Little Bear, market: TW}
        accounts:
          - id: notes
            platform: instagram
    """,
)
def blocked_in_market(plan: Plan) -> Iterator[Problem]:
    """Posts on a blocked platform reach nobody at home, however good they are."""
    market = (plan.brand.market or "").upper()
    for i, account in enumerate(plan.accounts):
        pack = platform(account.platform) if account.platform and market else None
        block = pack.blocked_in.get(market) if pack else None
        if block is not None:
            yield Problem(
                ("accounts", i, "platform"),
                {"platform": account.platform, "market": market, "date": block.as_of},
                confidence=block.confidence,
                source=block.source,
                related=(Related("compared-with", ("brand", "market")),),
            )
