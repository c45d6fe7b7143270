"""The rule post-without-author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.flow.posts import called, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "FLO111",
    Severity.INFO,
    message="“{post}” does not say who writes it",
    help="Add `author:` with the id of somebody in `team:`.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team: [{id: amy}, {id: ben}]
        posts:
          - {title: New menu, at: 2026-11-25 20:00, author: amy}
          - {title: Anniversary, at: 2026-11-27 20:00}  # <-
    """,
    good="""
        team: [{id: amy}, {id: ben}]
        posts:
          - {title: New menu, at: 2026-11-25 20:00, author: amy}
          - {title: Anniversary, at: 2026-11-27 20:00, author: ben}
    """,
)
def post_without_author(plan: Plan) -> Iterator[Problem]:
    """Each of two people believes that the other writes it."""
    for i in unnamed(plan, "author"):
        yield problem("posts", i, post=called(plan, i))
