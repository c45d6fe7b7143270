"""The rule scheduled-without-approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.plan.publications import publications
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "FLO121",
    Severity.ERROR,
    message="“{post}” is “{status}”, and nobody has approved it",
    help="Have it approved (`socialplan approve {id}` writes `approved:`), or set its status back.",
    source="The plan's own workflow: `approval: required`",
    bad="""
        workflow: {approval: required}
        posts:
          - title: Anniversary
            at: 2026-11-27 20:00
            status: scheduled  # <-
    """,
    good="""
        workflow: {approval: required}
        posts:
          - title: Anniversary
            at: 2026-11-27 20:00
            status: scheduled
            approved: {by: amy, date: 2026-11-20}
    """,
)
def scheduled_without_approval(plan: Plan) -> Iterator[Problem]:
    """A plan that asks for approval and publishes without it protects nobody."""
    if plan.workflow is None or plan.workflow.approval != "required":
        return
    asked = Related("asked-here", ("workflow", "approval"))
    for one in publications(plan):
        if one.status in ("scheduled", "published") and one.post.approved is None:
            words = {"post": called(one), "status": one.status, "id": one.id}
            yield Problem(one.path("status"), words, related=(asked,))
