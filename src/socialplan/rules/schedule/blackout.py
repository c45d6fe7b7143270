"""The rule blackout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called
from socialplan.rules.schedule.blackouts import blackout_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH152",
    Severity.WARNING,
    message="“{post}” is set for {day}, when nothing is to be published: {why}",
    help="Move the post, or shorten the blackout.",
    source="The plan's own workflow",
    bad="""
        workflow:
          blackouts:
            - {from: 2026-12-13, why: day of mourning}
        posts:
          - title: Mid-December sale
            at: 2026-12-13 12:00  # <-
    """,
    good="""
        workflow:
          blackouts:
            - {from: 2026-12-13, why: day of mourning}
        posts:
          - title: Mid-December sale
            at: 2026-12-14 12:00
    """,
)
def blackout(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """Somebody had a reason to keep these days silent, and a scheduled post does not know it."""
    if plan.workflow is None or not plan.workflow.blackouts:
        return
    for one in calendar.planned:
        found = blackout_on(plan, one.at.date()) if one.at is not None else None
        if found is not None and one.at is not None:
            days = plan.workflow.blackouts[found]
            why = days.why or f"{days.from_} – {days.to or days.from_}"
            words = {"post": called(one), "day": one.at.date(), "why": why}
            compared = Related("asked-here", ("workflow", "blackouts", found))
            yield Problem(one.path("at"), words, related=(compared,))
