"""The rule past-post-unpublished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan.publications import Publication
    from socialplan.slots import Calendar


@rule(
    "SCH121",
    Severity.WARNING,
    message="“{post}” was due at {at} and is still “{status}”",
    help="Mark it `published` or `cancelled`, or give it a new date.",
    source="A status per post, which calendars made by practitioners have in common",
    bad="""
        posts:
          - title: Anniversary
            status: approved
            at: 2026-11-18 20:00  # <-
    """,
    good="""
        posts:
          - title: Anniversary
            status: published
            at: 2026-11-18 20:00
    """,
)
def past_post_unpublished(calendar: Calendar, today: date) -> Iterator[Problem]:
    """A post whose day has passed either went out unnoticed or was forgotten."""
    said = False
    for one in calendar.planned:
        if one.at is None or one.at.date() >= today or one.post.result or _is_over(one):
            continue
        if ("posts", one.post_index, "status") in calendar.plan.holes:
            continue
        written = one.status != "draft" or one.post.status is not None
        # Who writes no status at all is asked once, not for each post of the past.
        if written or not said:
            severity = None if written else Severity.INFO
            words = {"post": called(one), "at": moment(one.at), "status": one.status}
            yield Problem(one.path("at"), words, severity=severity)
        said = said or not written


def _is_over(one: Publication) -> bool:
    return one.status in ("published", "on_hold")
