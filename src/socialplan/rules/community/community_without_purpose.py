"""The rule community-without-purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM101",
    Severity.WARNING,
    message="the community does not say why it exists, and for whom",
    help="Add `purpose:` which pain of the members it eases, and what the brand gains.",
    source="The community-plan guide that this tool grew from: the purpose comes first",
    bad="""
        community:  # <-
          groups: [moms]
          rules: [No advertisements]
    """,
    good="""
        community:
          groups: [moms]
          rules: [No advertisements]
          purpose: New parents help each other with the first spoonfuls
    """,
)
def community_without_purpose(plan: Plan) -> Iterator[Problem]:
    """A group that nobody needs is a list of people who have muted it."""
    if plan.community is not None and not plan.community.purpose:
        yield Problem(("community",), {}, on_key=True)
