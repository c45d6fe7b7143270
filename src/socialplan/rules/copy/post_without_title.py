"""The rule post-without-title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import due, path_of
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication


@rule(
    "TXT131",
    Severity.WARNING,
    message="this post has no title{needed}",
    help="Add `title:`, the subject in a few words.",
    source="The plan table of the course that this tool grew from: subject; the platform packs",
    bad="""
        accounts:
          - {id: yt, platform: youtube}
        posts:
          - account: yt  # <-
            at: 2026-11-25 20:00
            text: How we fold a croissant, in four minutes.
    """,
    good="""
        accounts:
          - {id: yt, platform: youtube}
        posts:
          - account: yt
            at: 2026-11-25 20:00
            title: Fold a croissant in four minutes
            text: How we fold a croissant, in four minutes.
    """,
)
def post_without_title(plan: Plan, today: date) -> Iterator[Problem]:
    """Without a subject a team cannot talk about a post, and some platforms do not take it."""
    seen = set()
    for one in due(plan, today):
        if one.title or one.post_index in seen:
            continue
        needed = _is_needed(one)
        if not needed and one.post.topic:
            continue
        seen.add(one.post_index)
        words = {"needed": Term("title-needed") if needed else "", "platform": one.platform}
        yield Problem(path_of(one), words, severity=None if needed else Severity.INFO)


def _is_needed(one: Publication) -> bool:
    pack = platform(one.platform) if one.platform else None
    form = pack.formats.get(one.format or "") if pack else None
    return form is not None and "title" in form.needs
