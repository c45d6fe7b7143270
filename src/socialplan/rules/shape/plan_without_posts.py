"""The rule plan-without-posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PLN403",
    Severity.INFO,
    message="the plan has no posts yet",
    help="Add `posts:`; `socialplan render` shows the open slots that they can fill.",
    source="The order of a plan: purpose, goals, audience, content, schedule, review",
    bad="""
        title: Little Bear  # <-
    """,
    good="""
        title: Little Bear
        posts:
          - title: Opening day
    """,
)
def plan_without_posts(plan: Plan) -> Iterator[Problem]:
    """A plan without posts is a promise that nobody keeps."""
    if not plan.posts:
        yield problem("title")
