"""Appointments of the team: the weekly batch day and the reviews."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.views.checklist.review import next_review
from socialplan.views.feed import Detail, Event
from socialplan.views.feed.making import has_role, is_of_posts, span
from socialplan.views.feed.whole_days import day_after
from socialplan.views.item import item_of
from socialplan.views.window import week_name, week_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from socialplan.plan.workflow import Reviews
    from socialplan.views import Asked
    from socialplan.views.feed.making import Identities
    from socialplan.views.item import Item

MINUTES = 60
"""How long a batch day's appointment seems to take."""
_WEEK = timedelta(days=7)


def batch_days(asked: Asked, identities: Identities) -> Iterator[Event]:
    """Give the appointment of each week, with what the next week holds; for those who publish."""
    batch = asked.plan.workflow.batch if asked.plan.workflow else None
    if batch is None or batch.day is None or is_of_posts(asked):
        return
    if asked.filter.assignee and not has_role(asked, "publisher", "lead"):
        return
    weeks = _items_by_week(asked)
    first, last = asked.calendar.period
    ahead = (WEEKDAYS.index(batch.day) - asked.window.first.weekday()) % 7
    day = asked.window.first + timedelta(days=ahead)
    while day <= asked.window.last:
        week = week_of(day + _WEEK)
        if week.first <= last and week.last >= first:
            yield _batch(
                uid=identities.new("batch", week_name(week_of(day))),
                at=datetime.combine(day, batch.at) if batch.at else day,
                zone=asked.plan.zone,
                items=tuple(weeks.get(week.first, ())),
            )
        day += _WEEK


def _batch(uid: str, at: date, zone: ZoneInfo, items: tuple[Item, ...]) -> Event:
    if isinstance(at, datetime):
        start, end = span(at, zone, MINUTES)
        return Event(uid, "batch", start, end, items=items)
    return Event(uid, "batch", at, day_after(at), is_free=True, items=items)


def _items_by_week(asked: Asked) -> Mapping[date, list[Item]]:
    """Sort what the next weeks hold by their Mondays."""
    found: dict[date, list[Item]] = {}
    ahead = asked.window.last + 2 * _WEEK
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(asked.window.first, ahead)):
        one = entry.publication
        if entry.at is None or (one is not None and one.status in ("cancelled", "on_hold")):
            continue
        monday = week_of(entry.at.date()).first
        found.setdefault(monday, []).append(item_of(asked.plan, entry, asked.language))
    return found


def reviews(asked: Asked, identities: Identities) -> Iterator[Event]:
    """Give the reviews that were held and those to come, counted, so that one may be put off."""
    plan = asked.plan.reviews
    if plan is None or is_of_posts(asked) or asked.filter.account:
        return
    if asked.filter.assignee and not has_role(asked, "lead", "analyst"):
        return
    first, last = asked.window
    dates = dict(enumerate(_review_dates(asked, plan), start=1))
    for number, day in dates.items():
        if day is not None and first <= day <= last:
            log = plan.log[number - 1] if number <= len(plan.log) else None
            found = [Detail("found", log.found)] if log and log.found else []
            found += [Detail("change", log.change)] if log and log.change else []
            asks = () if log else plan.questions
            found += [Detail("questions", asks)] if asks else []
            yield Event(
                uid=identities.new("review", number),
                kind="review",
                start=day,
                end=day_after(day),
                is_free=True,
                details=tuple(found),
            )


def _review_dates(asked: Asked, reviews: Reviews) -> Iterator[date | None]:
    """Give the day of each review, past ones as they were logged; a log may lack a date."""
    yield from (one.date for one in reviews.log)
    last = max((one.date for one in reviews.log if one.date), default=None)
    end = min(asked.window.last, asked.calendar.period[1])
    while True:
        due = next_review(reviews, last, asked.calendar.period[0])
        if due is None or due > end or due == last:
            return
        yield due
        last = due
