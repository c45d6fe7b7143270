"""The rule overdue-draft."""

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
    "FLO131",
    Severity.WARNING,
    message="the words of “{post}” were due on {due}, and there are none yet",
    help="Write them now, or give the post a later date.",
    source="Ready before the day: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        workflow: {lead_days: {draft: 7}}
        posts:
          - title: Anniversary  # <-
            at: 2026-11-26 20:00
    """,
    good="""
        workflow: {lead_days: {draft: 7}}
        posts:
          - title: Anniversary
            at: 2026-11-26 20:00
            text: 15% off for new friends
    """,
)
def overdue_draft(plan: Plan, today: date) -> Iterator[Problem]:
    """A late draft takes its time from the design and from the check."""
    lead = Related("asked-here", ("workflow", "lead_days"))
    for one, due in late(plan, "draft", today):
        if not has_words(one):
            yield Problem(
                ("posts", one.post_index), {"post": called(one), "due": due}, related=(lead,)
            )
