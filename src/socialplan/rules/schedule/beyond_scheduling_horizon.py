"""The rule beyond-scheduling-horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.slots import Calendar


@rule(
    "SCH142",
    Severity.WARNING,
    message="“{post}” is marked as scheduled, {days} days ahead; "
    "“{platform}” takes posts at most {limit} days ahead ({as_of})",
    help="Mark it `approved`, and schedule it when the day comes near.",
    source="The platform's own scheduler",
    bad="""
        accounts:
          - {id: notes, platform: xiaohongshu}
        posts:
          - account: notes
            title: Valentine's Day
            at: 2027-02-14 12:00  # <-
            status: scheduled
    """,
    good="""
        accounts:
          - {id: notes, platform: xiaohongshu}
        posts:
          - account: notes
            title: Valentine's Day
            at: 2027-02-14 12:00
            status: approved
    """,
)
def beyond_scheduling_horizon(calendar: Calendar, today: date) -> Iterator[Problem]:
    """A scheduler refuses what lies too far ahead, and everybody believes it is scheduled."""
    for one in calendar.planned:
        if one.at is None or one.status != "scheduled" or one.at.date() <= today:
            continue
        known = facts.platform(one.platform) if one.platform else None
        surface = one.account.surface if one.account else None
        window = known.schedule.window(surface) if known else None
        days = (one.at.date() - today).days
        if window is not None and window.max is not None and days > window.max.days:
            words = {"post": called(one), "days": days, "limit": window.max.days}
            words |= {"platform": one.platform, "as_of": window.fact.as_of}
            yield Problem(
                one.path("at"),
                words,
                confidence=window.fact.confidence,
                source=window.fact.source,
            )
