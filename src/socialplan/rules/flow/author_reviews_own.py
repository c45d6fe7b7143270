"""The rule author-reviews-own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.flow.posts import called, open_posts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.posts import Post
    from socialplan.source import Source


@rule(
    "FLO113",
    Severity.WARNING,
    message="“{person}” both writes and checks “{post}”",
    help="Have somebody else check it.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team: [{id: amy}, {id: ben}]
        posts:
          - title: Anniversary
            at: 2026-11-27 20:00
            author: amy
            reviewer: amy  # <-
    """,
    good="""
        team: [{id: amy}, {id: ben}]
        posts:
          - title: Anniversary
            at: 2026-11-27 20:00
            author: amy
            reviewer: ben
    """,
)
def author_reviews_own(plan: Plan, source: Source) -> Iterator[Problem]:
    """Nobody sees one's own mistakes: one reads what one meant to write."""
    if len(plan.team) == 1:
        return
    said = set()
    for i, post in open_posts(plan):
        checks = ((("reviewer",), post.reviewer), (("approved", "by"), _approver(post)))
        for keys, person in checks:
            if person and person == post.author:
                path, author = ("posts", i, *keys), ("posts", i, "author")
                places = source.span(path), source.span(author)
                if places not in said:  # lines that many posts take over are mended once
                    said.add(places)
                    words = {"post": called(plan, i), "person": person}
                    yield Problem(path, words, related=(Related("compared-with", author),))
                break


def _approver(post: Post) -> str | None:
    return post.approved.by if post.approved else None
