"""The rule invitation-without-benefit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.copy.invitations import invitations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "TXT152",
    Severity.WARNING,
    message="this {what} does not say what the reader gains",
    help="Add `benefit:`, which pain it ends or what is learnt or saved.",
    source="The community-plan guide that this tool grew from: attention first, then benefit",
    bad="""
        community:
          scripts:
            - kind: invitation  # <-
              attention: Does your child stop after two spoons?
    """,
    good="""
        community:
          scripts:
            - kind: invitation
              attention: Does your child stop after two spoons?
              benefit: Every day one dish that takes five minutes
    """,
)
def invitation_without_benefit(plan: Plan) -> Iterator[Problem]:
    """A promise that catches the eye and gives nothing feels like a trick, and people leave."""
    for one in invitations(plan):
        if not one.written.benefit:
            yield problem(*one.path, what=one.what)
