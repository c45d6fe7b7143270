"""The rule single-person-account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD102",
    Severity.INFO,
    message="only “{person}” can publish and answer on “{account}”",
    help="Add a second person under `staff:`, with a login of their own.",
    source="The plan table of the LINE Biz course: its example names two people, 經營人員",
    bad="""
        team:
          - {id: amy, name: Amy}
        accounts:
          - id: line
            platform: line-oa
            owner: amy  # <-
    """,
    good="""
        team:
          - {id: amy, name: Amy}
          - {id: ben, name: Ben}
        accounts:
          - id: line
            platform: line-oa
            owner: amy
            staff: [ben]
    """,
)
def single_person_account(plan: Plan) -> Iterator[Problem]:
    """On the day that one person falls ill, the account falls silent."""
    for i, account in enumerate(plan.accounts):
        alone = account.owner and not set(account.staff) - {account.owner}
        if alone and account.id:
            yield problem("accounts", i, "owner", person=account.owner, account=account.id)
