"""The rule skipped-wall-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.rule import Severity, problem, rule
from socialplan.slots.wall_times import skipped_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "PLN107",
    Severity.ERROR,
    message="on {day} the clocks of {zone} skip {time}",
    help="Choose a time before or after the change.",
    source="IANA time zone database",
    bad="""
        period: {start: 2027-03-01, end: 2027-03-31}
        accounts:
          - id: page
            platform: facebook-page
            timezone: America/New_York
            cadence:
              - {format: post, days: [sun], at: "02:30"}  # <-
        posts:
          - title: Late show
            account: page
            at: 2027-03-14 02:15  # <-
    """,
    good="""
        period: {start: 2027-03-01, end: 2027-03-31}
        accounts:
          - id: page
            platform: facebook-page
            timezone: America/New_York
            cadence:
              - {format: post, days: [sun], at: "03:30"}
        posts:
          - title: Late show
            account: page
            at: 2027-03-14 03:15
    """,
)
def skipped_wall_time(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """When daylight saving begins, an hour of the night is skipped; nothing can go out in it."""
    for skipped in calendar.skipped:
        yield _said(skipped.path, skipped.at, skipped.zone)
    for one in publications(plan):
        if one.at is not None and skipped_by(one.at, one.zone):
            yield _said(one.path("at"), one.at, one.zone.key)


def _said(path: PlanPath, at: datetime, zone: str) -> Problem:
    return problem(*path, day=at.date(), zone=zone, time=f"{at:%H:%M}")
