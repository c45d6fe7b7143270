"""The rule account-without-persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD121",
    Severity.WARNING,
    message="“{account}” does not say whom it speaks to",
    help="Describe one kind of customer under `personas:` and name it here.",
    source="The 4D strategy that this tool grew from: every platform has personas of its own",
    bad="""
        personas:
          - {id: mia, name: Mia, age: 28-35}
        accounts:
          - id: line  # <-
            platform: line-oa
    """,
    good="""
        personas:
          - {id: mia, name: Mia, age: 28-35}
        accounts:
          - id: line
            platform: line-oa
            personas: [mia]
    """,
)
def account_without_persona(plan: Plan) -> Iterator[Problem]:
    """Who writes for nobody in particular is read by nobody in particular."""
    unsaid = [i for i, account in enumerate(plan.accounts) if not account.personas]
    # Who describes no persona yet is asked once, not for each account.
    severity, some = (None, unsaid) if plan.personas else (Severity.INFO, unsaid[:1])
    for i in some:
        yield Problem(("accounts", i), {"account": plan.accounts[i].id}, severity=severity)
