"""The rule post-without-audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.copy.due import due, each_post, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication


@rule(
    "TXT133",
    Severity.INFO,
    message="neither this post nor its account says whom it is for",
    help="Add `persona:` or `segment:` to the post, or `personas:` to the account.",
    source="The plan table of the course that this tool grew from: the audience of each post",
    bad="""
        personas:
          - {id: office, name: People with forty minutes for lunch}
        posts:
          - title: Soup to go  # <-
            at: 2026-11-25 11:00
    """,
    good="""
        personas:
          - {id: office, name: People with forty minutes for lunch}
        posts:
          - title: Soup to go
            at: 2026-11-25 11:00
            persona: office
    """,
)
def post_without_audience(plan: Plan, today: date) -> Iterator[Problem]:
    """What is written for everybody is read by nobody."""
    if not plan.personas and not plan.segments:
        return  # other rules ask for those first
    for one in each_post(due(plan, today)):
        if not _has_audience(one, plan):
            yield problem(*path_of(one))


def _has_audience(one: Publication, plan: Plan) -> bool:
    post = one.post
    if post.persona or post.segment or (one.account and one.account.personas):
        return True
    pillar = plan.pillar(post.pillar)
    return pillar is not None and bool(pillar.personas)
