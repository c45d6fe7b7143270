"""The rule post-outside-period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH102",
    Severity.WARNING,
    message="“{post}” is set for {day}, outside the plan's period of {start} to {end}",
    help="Correct the date, extend the period, or move the post to the plan that it belongs to.",
    source="The plan's own period",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-31}
        posts:
          - title: Thank you for this year
            at: 2027-12-31 20:00  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
        posts:
          - title: Thank you for this year
            at: 2026-12-31 20:00
    """,
)
def post_outside_period(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """A post outside the period is often a slip in the year, and it fills no slot of the plan."""
    if plan.period is None or calendar.backward:
        return
    start, end = plan.period.start or "…", plan.period.end or "…"
    period = Related("compared-with", ("period",))
    for one in calendar.planned:
        if one.at is not None and one.at.date() not in plan.period:
            words = {"post": called(one), "day": one.at.date(), "start": start, "end": end}
            yield Problem(one.path("at"), words, related=(period,))
