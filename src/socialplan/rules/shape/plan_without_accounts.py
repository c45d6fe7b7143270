"""The rule plan-without-accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PLN401",
    Severity.INFO,
    message="the plan names no account to post from",
    help="Add `accounts:` with a platform and a cadence.",
    source="The order of a plan: purpose, goals, audience, content, schedule, review",
    bad="""
        title: Little Bear  # <-
    """,
    good="""
        title: Little Bear
        accounts:
          - {id: page, platform: facebook-page}
    """,
)
def plan_without_accounts(plan: Plan) -> Iterator[Problem]:
    """Without accounts there are no slots, and nobody sees when nothing is planned."""
    if not plan.accounts:
        yield problem("title")
