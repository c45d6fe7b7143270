"""The rule post-without-reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.flow.posts import called, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "FLO112",
    Severity.INFO,
    message="“{post}” does not say who checks it",
    help="Add `reviewer:` with the id of somebody who did not write it.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team: [{id: amy}, {id: ben}, {id: cho}]
        posts:
          - {title: New menu, at: 2026-11-25 20:00, author: amy, reviewer: ben}
          - {title: Anniversary, at: 2026-11-27 20:00, author: amy}  # <-
    """,
    good="""
        team: [{id: amy}, {id: ben}, {id: cho}]
        posts:
          - {title: New menu, at: 2026-11-25 20:00, author: amy, reviewer: ben}
          - {title: Anniversary, at: 2026-11-27 20:00, author: amy, reviewer: cho}
    """,
)
def post_without_reviewer(plan: Plan) -> Iterator[Problem]:
    """A wrong price or a wrong account is seen by the second pair of eyes, seldom by the first."""
    required = plan.workflow is not None and plan.workflow.approval == "required"
    severity = Severity.WARNING if required else None
    for i in unnamed(plan, "reviewer"):
        if plan.posts[i].approved is None:
            yield Problem(("posts", i), {"post": called(plan, i)}, severity=severity)
