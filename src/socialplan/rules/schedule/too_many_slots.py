"""The rule too-many-slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.slots import MOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.slots import Calendar


@rule(
    "SCH114",
    Severity.WARNING,
    message="a calendar does not hold so many slots; at most {limit} of each cadence are made",
    help="Say how often it really happens, and let the period end in a year or two.",
    source="Nobody publishes every minute, or plans for thirty years",
    bad="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, rrule: FREQ=MINUTELY}  # <-
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, rrule: FREQ=WEEKLY}
    """,
)
def too_many_slots(calendar: Calendar) -> Iterator[Problem]:
    """A slip of the pen can ask for a million slots, among which no post is found again."""
    for path in calendar.cut:
        yield problem(*path, limit=MOST)
