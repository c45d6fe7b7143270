"""The rule unused-definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.references import definitions, references
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

_MEANT_FOR_USE = ("persona", "pillar", "campaign", "segment", "hashtag_set")


@rule(
    "PLN206",
    Severity.INFO,
    message="nothing in this plan uses the {kind} “{id}”",
    help="Use it in a post, an account or a goal, or remove it.",
    source="The plan language",
    bad="""
        pillars:
          - id: recipes  # <-
            name: Recipes
          - id: people
            name: People behind the counter
        posts:
          - title: Amy bakes at dawn
            pillar: people
    """,
    good="""
        pillars:
          - id: people
            name: People behind the counter
        posts:
          - title: Amy bakes at dawn
            pillar: people
    """,
)
def unused_definition(plan: Plan) -> Iterator[Problem]:
    """A persona or pillar that no post is for is forgotten work, or left over from an old plan."""
    if not plan.posts:
        return
    used = {(one.kind, one.id) for one in references(plan)}
    for one in definitions(plan):
        if one.kind in _MEANT_FOR_USE and one.id and (one.kind, one.id) not in used:
            words = {"kind": Term(f"kind-{one.kind}"), "id": one.id}
            yield Problem(one.path, words, on_key=one.on_key)
