"""The rule overdue-review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.flow.lead import has_words, late
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan


@rule(
    "FLO133",
    Severity.WARNING,
    message="“{post}” should have been checked by {due}",
    help="Check it now and mark it `approved`, or give it a later date.",
    source="Ready before the day: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        workflow: {lead_days: {review: 2}}
        posts:
          - title: Anniversary
            at: 2026-11-22 20:00
            text: 15% off for new friends
            status: in_review  # <-
    """,
    good="""
        workflow: {lead_days: {review: 2}}
        posts:
          - title: Anniversary
            at: 2026-11-22 20:00
            text: 15% off for new friends
            status: approved
    """,
)
def overdue_review(plan: Plan, today: date) -> Iterator[Problem]:
    """A check on the last evening finds the mistake, and no one who could correct it."""
    lead = Related("asked-here", ("workflow", "lead_days"))
    for one, due in late(plan, "review", today):
        if has_words(one) and one.post.approved is None:
            path = one.path("status") if one.post.status else ("posts", one.post_index)
            yield Problem(path, {"post": called(one), "due": due}, related=(lead,))
