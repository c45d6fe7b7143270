"""The rule account-without-purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD113",
    Severity.INFO,
    message="“{account}” does not say what the brand gains from it",
    help="Add `purpose:` promote, prospect, serve or convert.",
    source="A channel promotes, finds customers, serves or sells: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - id: line  # <-
            platform: line-oa
            positioning: The bear remembers how you like your coffee
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            positioning: The bear remembers how you like your coffee
            purpose: serve
    """,
)
def account_without_purpose(plan: Plan) -> Iterator[Problem]:
    """Goals and numbers suit a purpose: who serves is not judged by reach."""
    for i, account in enumerate(plan.accounts):
        # Asked only once the account says what it is; one step at a time.
        if account.positioning and not account.purpose:
            yield problem("accounts", i, account=account.id)
