"""The rule cadence-without-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.schedule.schedules import schedules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SCH113",
    Severity.WARNING,
    message="this has days but no time, so its slots stand at 00:00",
    help="Add `at:` with the time of day at which readers can expect it.",
    source="Fixed times and rhythm: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed, fri]}  # <-
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed, fri], at: "20:00"}
    """,
)
def cadence_without_time(plan: Plan) -> Iterator[Problem]:
    """Readers get used to an hour; a day alone sends the team's work out whenever it is done."""
    for path, schedule in schedules(plan):
        timed = schedule.at is not None or _has_hour(schedule.rrule or "")
        if not timed and (schedule.days or schedule.every or schedule.rrule):
            yield problem(*path)


def _has_hour(rule: str) -> bool:
    return any(part in rule.upper() for part in ("BYHOUR=", "HOURLY", "MINUTELY", "SECONDLY"))
