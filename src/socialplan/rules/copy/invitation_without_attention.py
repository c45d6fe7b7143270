"""The rule invitation-without-attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.copy.invitations import invitations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "TXT151",
    Severity.WARNING,
    message="this {what} has nothing that catches the eye",
    help="Add `attention:`, a question or a picture that the reader knows from daily life.",
    source="The community-plan guide that this tool grew from: attention first, then benefit",
    bad="""
        community:
          scripts:
            - kind: invitation  # <-
              benefit: Every day one dish that takes five minutes
    """,
    good="""
        community:
          scripts:
            - kind: invitation
              attention: Does your child stop after two spoons?
              benefit: Every day one dish that takes five minutes
    """,
)
def invitation_without_attention(plan: Plan) -> Iterator[Problem]:
    """Nobody reads about a benefit who did not stop to look."""
    for one in invitations(plan):
        if not one.written.attention:
            yield problem(*one.path, what=one.what)
