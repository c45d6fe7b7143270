"""The rule skipped-wall-time."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PLN107",
    Severity.ERROR,
    message="on {day} the clocks of {zone} skip {time}",
    help="Choose a time before or after the change.",
    source="IANA time zone database",
    bad="""
        accounts:
          - {id: page, platform: facebook-page, timezone: America/New_York}
        posts:
          - title: Late show
            account: page
            at: 2027-03-14 02:30  # <-
    """,
    good="""
        accounts:
          - {id: page, platform: facebook-page, timezone: America/New_York}
        posts:
          - title: Late show
            account: page
            at: 2027-03-14 03:30
    """,
)
def skipped_wall_time(plan: Plan) -> Iterator[Problem]:
    """When daylight saving begins, an hour of the night is skipped, and nothing can go out in it."""
    for i, post in enumerate(plan.posts):
        if post.at is None or post.at.tzinfo is not None:
            continue
        for name in post.account_ids or (None,):
            zone = plan.zone_of(name)
            if is_skipped(post.at, zone):
                day, time = post.at.date(), f"{post.at:%H:%M}"
                yield problem("posts", i, "at", day=day, zone=zone.key, time=time)
                break


def is_skipped(wall: datetime, zone: ZoneInfo) -> bool:
    """Say whether a wall time does not exist: the way to UTC and back leads elsewhere."""
    aware = wall.replace(tzinfo=zone)
    return aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall
