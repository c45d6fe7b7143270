"""The rule approved-text-changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.plan.approval import same_hash, words_hash
from socialplan.rule import Severity, rule
from socialplan.rules.flow.posts import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "FLO122",
    Severity.ERROR,
    message="“{post}” is not what was approved: its words now have the fingerprint {now}",
    help="Have it approved again with `socialplan approve`, or restore the approved words.",
    source="Approval of exactly these words: SHA-256, first 12 digits",
    bad="""
        posts:
          - title: Anniversary
            text: 15% off for new friends
            approved: {by: amy, hash: 000000000000}  # <-
    """,
    good="""
        posts:
          - title: Anniversary
            text: 15% off for new friends
            approved: {by: amy, hash: 75ad1ba0e5b5}
    """,
)
def approved_text_changed(plan: Plan) -> Iterator[Problem]:
    """A price changed after the check goes out with the name of somebody who never saw it."""
    for i, post in enumerate(plan.posts):
        if post.approved is None or not post.approved.hash:
            continue
        now = words_hash(plan, i)
        if not same_hash(post.approved.hash, now):
            text = Related("approved-words", ("posts", i))
            words = {"post": called(plan, i), "now": now}
            yield Problem(("posts", i, "approved", "hash"), words, related=(text,))
