"""The rule account-without-owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD101",
    Severity.WARNING,
    message="nobody answers for the account “{account}”",
    help="Add `owner:` with the id of somebody in `team:`.",
    source="Taking stock of accounts, people and positions: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team:
          - {id: amy, name: Amy}
        accounts:
          - id: line  # <-
            platform: line-oa
    """,
    good="""
        team:
          - {id: amy, name: Amy}
        accounts:
          - id: line
            platform: line-oa
            owner: amy
    """,
)
def account_without_owner(plan: Plan) -> Iterator[Problem]:
    """When an account is everybody's, a customer's question waits until somebody feels meant."""
    severity = None if plan.team else Severity.INFO
    for i, account in enumerate(plan.accounts):
        if not account.owner:
            yield Problem(("accounts", i), {"account": account.id}, severity=severity)
