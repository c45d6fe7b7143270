"""Which days a page shows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import BadValue, SocialPlanError
from socialplan.plan.times import YEARS, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.slots import Calendar

_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})", re.IGNORECASE)
WEEKLY = ("week", "checklist", "community", "brief")
"""The views of a week; the others show a month, what is left of the plan, or all of it."""
FEEDS = ("agenda", "checklist", "goals", "community")
"""The views that a calendar program is given whole: it finds the days around its own today."""
LONGEST = 3660
"""Days that one page shows at most, about ten years."""

_SIX_DAYS = timedelta(days=6)


class Window(NamedTuple):
    """The days of a page, both included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Go through the days in order."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def shortened(self) -> Window:
        """Keep to what one page can show."""
        return Window(self.first, min(self.last, self.first + timedelta(days=LONGEST - 1)))


def week_named(text: str) -> Window:
    """Read an ISO week such as `2026-W48`, or the week of a date."""
    match = _WEEK.fullmatch(text.strip())
    try:
        if match is None:
            day = date.fromisoformat(text.strip())
        else:
            day = date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        raise BadValue("--week", text, "2026-W48")
    return week_of(day)


def week_of(day: date) -> Window:
    """Give the week of a day, Monday to Sunday as ISO 8601 counts weeks."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + timedelta(days=6))


def week_name(window: Window) -> str:
    """Name the ISO week, e.g. `2026-W49`, if the window is just one; else nothing."""
    year, week, _ = window.first.isocalendar()
    return f"{year}-W{week:02d}" if window == week_of(window.first) else ""


def month_of(day: date) -> Window:
    """Give the calendar month of a day."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Window(first, following - timedelta(days=1))


def days_shown(
    view: str, calendar: Calendar, today: date, first: date | None, last: date | None
) -> Window:
    """Settle the days of a view: those asked for, and where one end is not, the view's own."""
    if first is not None and last is not None:
        if last < first:
            raise SocialPlanError("to-before-from", first=first.isoformat(), last=last.isoformat())
        return Window(first, last)
    near = nearest_day(calendar, today)
    if view in WEEKLY and first is not None:
        return Window(first, first + _SIX_DAYS)
    if view in WEEKLY and last is not None:
        return Window(last - _SIX_DAYS, last)
    usual = _usual(view, calendar, near if view == "agenda" else first or last or near)
    return Window(
        first or min(usual.first, last or usual.first), last or max(usual.last, first or usual.last)
    )


def _usual(view: str, calendar: Calendar, near: date) -> Window:
    if view in WEEKLY:
        return week_of(near)
    if view == "month":
        return month_of(near)
    everything = whole(calendar)
    return Window(near, max(near, everything.last)) if view == "agenda" else everything


def whole(calendar: Calendar) -> Window:
    """Give the plan's period, and the days before and after it for which posts are planned."""
    days = [one.at.date() for one in calendar.planned if one.at is not None]
    first, last = calendar.period
    return Window(min([first, *days]), max([last, *days]))


def everything(calendar: Calendar) -> Window:
    """Give the days of all that the plan has a day for: posts, goals, the work of the group."""
    plan, window = calendar.plan, whole(calendar)
    days = [goal.due for goal in plan.goals]
    days += [one.date for goal in plan.goals for one in goal.milestones]
    if plan.workflow is not None and plan.workflow.batch is not None:
        days.append(window.first - timedelta(days=7))  # when its first week is scheduled
    if plan.community is not None:
        days += [day_of(one.at) for one in plan.community.events if one.at]
        days += [task.due for stage in plan.community.stages for task in stage.tasks]
    known = [day for day in days if day is not None]
    earliest = window.last - timedelta(days=LONGEST - 1)  # a slip of the pen must not push it out
    first = min([window.first, *(day for day in known if day >= earliest)])
    return Window(first, max([window.last, *known]))


def nearest_day(calendar: Calendar, today: date) -> date:
    """Give today; before a plan begins, the day on which it has its first post or slot."""
    first, last = calendar.period
    if today >= first:
        return min(today, last)
    days = [slot.at.date() for slot in calendar.slots[:1]]
    days += [one.at.date() for one in calendar.planned if one.at is not None]
    return min((day for day in days if first <= day <= last), default=first)
