"""The rule two-posts-at-once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.publications import Publication
    from socialplan.slots import Calendar


@rule(
    "SCH123",
    Severity.WARNING,
    message="“{post}” goes out on “{account}” at {at}, and so does “{other}”",
    help="Give one of them another time, or make one post of the two.",
    source="Three posts one day and none for a week: what planners complain of",
    bad="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - {account: page, at: 2026-11-25 20:00, title: New menu}
          - {account: page, at: 2026-11-25 20:00, title: Anniversary}  # <-
    """,
    good="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - {account: page, at: 2026-11-25 20:00, title: New menu}
          - {account: page, at: 2026-11-26 20:00, title: Anniversary}
    """,
)
def two_posts_at_once(calendar: Calendar) -> Iterator[Problem]:
    """Two posts in the same minute take readers from each other."""
    firsts: dict[object, Publication] = {}
    for one in calendar.planned:
        if not one.account_id or one.at is None:
            continue
        first = firsts.setdefault((one.account_id, one.format, one.at), one)
        if first is not one:
            words = {"post": called(one), "other": called(first)}
            words |= {"account": one.account_id, "at": moment(one.at)}
            yield Problem(one.path("at"), words, related=(Related("other-here", first.path("at")),))
