"""The rule community-without-rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.community.groups import run_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM102",
    Severity.WARNING,
    message="the community has no rules",
    help="Add `rules:` three to five that members keep to, and what follows a breach.",
    source="The community-plan guide that this tool grew from: rules from the first day on",
    bad="""
        community:  # <-
          purpose: New parents help each other with the first spoonfuls
          groups: [moms]
    """,
    good="""
        community:
          purpose: New parents help each other with the first spoonfuls
          groups: [moms]
          rules:
            - {text: No advertisements, breach: a private word first}
    """,
)
def community_without_rules(plan: Plan) -> Iterator[Problem]:
    """A rule made after the first quarrel looks like taking sides."""
    community = run_groups(plan)
    if community is None or community.rules:
        return
    if not any(script.kind == "rules" and script.text for script in community.scripts):
        yield Problem(("community",), {}, on_key=True)
