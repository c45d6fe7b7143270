"""The rule account-without-positioning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD111",
    Severity.INFO,
    message="“{account}” does not say what sets it apart",
    help="Add `positioning:`: what people find here and on none of your other accounts.",
    source="Taking stock of accounts, people and positions: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - id: line  # <-
            platform: line-oa
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            positioning: The bear remembers how you like your coffee
    """,
)
def account_without_positioning(plan: Plan) -> Iterator[Problem]:
    """Without a position of its own, every account gets the same post and none gets followers."""
    for i, account in enumerate(plan.accounts):
        if not account.positioning:
            yield problem("accounts", i, account=account.id)
