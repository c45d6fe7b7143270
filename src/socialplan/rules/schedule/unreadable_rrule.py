"""The rule unreadable-rrule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.slots import Calendar


@rule(
    "SCH111",
    Severity.ERROR,
    message="“{part}” cannot be read as part of a recurrence rule",
    help="Write `days:`, `at:` and `every:` instead, or a rule such as FREQ=MONTHLY;BYDAY=1MO.",
    source="RFC 5545, section 3.3.10 (rules by the minute or second take no BY parts here)",
    bad="""
        accounts:
          - id: page
            platform: facebook-page
            cadence:
              - {format: post, at: "20:00", rrule: FREQ=MONTHLY;BYMONTHDAY=32}  # <-
    """,
    good="""
        accounts:
          - id: page
            platform: facebook-page
            cadence:
              - {format: post, at: "20:00", rrule: FREQ=MONTHLY;BYMONTHDAY=28}
    """,
)
def unreadable_rrule(calendar: Calendar) -> Iterator[Problem]:
    """A rule that cannot be read makes no slots, and nobody notices what is not there."""
    for path, part in calendar.unreadable:
        yield Problem(path, {"part": part})
