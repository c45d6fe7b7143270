"""The rule account-without-platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PLN207",
    Severity.ERROR,
    message="the account “{account}” names no platform",
    help="Add `platform:`; `socialplan platforms` lists them.",
    source="The plan language",
    bad="""
        accounts:
          - id: shop  # <-
    """,
    good="""
        accounts:
          - id: shop
            platform: instagram
    """,
)
def account_without_platform(plan: Plan) -> Iterator[Problem]:
    """Without its platform, no limit, no format and no price of an account is known."""
    for i, account in enumerate(plan.accounts):
        if account.id and not account.platform:
            yield problem("accounts", i, "id", account=account.id)
