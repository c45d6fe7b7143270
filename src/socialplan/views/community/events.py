"""What is special for members, besides the rituals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from socialplan.plan.community import CommunityEvent
    from socialplan.views import Asked


@dataclass(frozen=True)
class EventRow:
    """Something special for members."""

    title: str
    day: date | None
    time: str
    account_name: str
    owner: str
    value: str


def event_rows(asked: Asked) -> tuple[EventRow, ...]:
    """List the events by time, those without a date last."""
    community = asked.plan.community
    events = community.events if community else ()
    rows = [_row(asked, one) for one in events]
    return tuple(sorted(rows, key=lambda one: (one.day or date.max, one.time)))


def time_of(one: CommunityEvent, zone: ZoneInfo) -> tuple[date | None, datetime | None]:
    """Give the day of an event and its wall time, where it has one."""
    at = one.at
    if not isinstance(at, datetime):
        return at, None
    wall = at.astimezone(zone).replace(tzinfo=None) if at.tzinfo else at
    return wall.date(), wall


def _row(asked: Asked, one: CommunityEvent) -> EventRow:
    day, at = time_of(one, asked.plan.zone_of(one.account))
    return EventRow(
        title=one.title,
        day=day,
        time=f"{at:%H:%M}" if at else "",
        account_name=account_name(asked.plan, one.account, asked.language) if one.account else "",
        owner=person_name(asked.plan, one.owner) if one.owner else "",
        value=one.value or "",
    )
