"""The rule too-many-personas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

MOST = 3


@rule(
    "AUD122",
    Severity.WARNING,
    message="“{account}” speaks to {count} personas; more than {most} are a crowd",
    help="Keep those who matter most here; the others may be at home on another account.",
    source="The 4D strategy that this tool grew from: a person of a thousand faces is nobody",
    bad="""
        personas:
          - {id: mia, name: Mia}
          - {id: ben, name: Ben}
          - {id: joy, name: Joy}
          - {id: lee, name: Lee}
        accounts:
          - id: line
            platform: line-oa
            personas: [mia, ben, joy, lee]  # <-
    """,
    good="""
        personas:
          - {id: mia, name: Mia}
          - {id: ben, name: Ben}
          - {id: joy, name: Joy}
          - {id: lee, name: Lee}
        accounts:
          - id: line
            platform: line-oa
            personas: [mia, ben]
    """,
)
def too_many_personas(plan: Plan) -> Iterator[Problem]:
    """What is meant for everybody at once fits none of them."""
    for i, account in enumerate(plan.accounts):
        count = len(set(account.personas))
        if count > MOST and account.id:
            yield problem("accounts", i, "personas", account=account.id, count=count, most=MOST)
