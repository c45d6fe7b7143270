"""The rule future-post-published."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.slots import Calendar

ELSEWHERE = timedelta(days=1)
"""It may be tomorrow already where the account is."""


@rule(
    "SCH124",
    Severity.WARNING,
    message="“{post}” is marked as published, but its day, {at}, is still to come",
    help="Correct the date, or set its status back; what is published is not looked at any more.",
    source="A status per post, which calendars made by practitioners have in common",
    bad="""
        posts:
          - title: Anniversary
            at: 2026-12-09 20:00
            status: published  # <-
    """,
    good="""
        posts:
          - title: Anniversary
            at: 2026-12-09 20:00
            status: scheduled
    """,
)
def future_post_published(calendar: Calendar, today: date) -> Iterator[Problem]:
    """A mark set by mistake keeps a post from being checked, and everybody believes it went out."""
    for one in calendar.planned:
        if one.status == "published" and one.at and one.at.date() > today + ELSEWHERE:
            yield Problem(one.path("status"), {"post": called(one), "at": moment(one.at)})
