"""What waits for a person: late, due on a day, or next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.translating import words
from socialplan.views.checklist.posts import STILL_TO_COME
from socialplan.views.checklist.review import next_review
from socialplan.views.checklist.steps import Step, publisher_of, steps_of
from socialplan.views.item import account_name, first_words, person_name
from socialplan.views.window import week_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.slots import Calendar

AHEAD = 7
"""Days before a post goes out from which it needs somebody, where the plan says nothing of it."""
_WEEK = timedelta(days=7)
_CALLED = {"draft": "write", "review": "check"}
_ALONE = ("published", "scheduled")
"""Statuses of posts that need nobody any more until their day."""


@dataclass(frozen=True)
class Need:
    """Something that waits for a person."""

    what: str
    """write, asset, check, schedule, publish, batch, task or review."""
    who: str
    """A name; empty where nobody is named."""
    title: str
    account_name: str
    at: datetime | None
    """When the post goes out, or the work is done."""
    by: date | None
    """The day by which it is to be done, where the plan names one."""
    is_late: bool
    since: date
    """The day from which it needs somebody."""


def needs_of(plan: Plan, calendar: Calendar, today: date, language: str) -> list[Need]:
    """List what needs somebody on a day or later, first what is late.

    Of that, the work on posts still ahead comes first, by their days, for haste can mend it.
    """
    found = [
        *(need for one in calendar.planned for need in _of_post(plan, one, today, language)),
        *_batch_days(plan, calendar, today, language),
        *_tasks(plan, today),
        *_review(plan, calendar, today, language),
    ]
    return sorted(found, key=_urgency)


def _urgency(need: Need) -> tuple[bool, int, date, datetime, str]:
    day, at = need.by or need.since, need.at or datetime.min
    if not need.is_late:
        return True, 0, day, at, need.title
    if need.what in ("publish", "task", "review"):
        return False, 2 if need.what == "publish" else 1, day, at, need.title
    return False, 0, at.date(), at, need.title


def _of_post(plan: Plan, one: Publication, today: date, language: str) -> Iterator[Need]:
    if one.at is None or one.status not in STILL_TO_COME:
        return
    day = one.at.date()
    if day < today:
        who = publisher_of(one) or one.post.author
        yield _need(plan, one, Step("publish", _name(plan, who), day, False, True), language)
        return
    if one.status in _ALONE:
        return
    work = [step for step in steps_of(plan, one, today) if not step.is_done]
    next_step = next(step for step in work if step.what != "asset")
    for step in work:
        in_batch = step.what == "schedule" and step.by is not None and not step.is_late
        if step.what == "asset" or (step is next_step and not in_batch):
            yield _need(plan, one, step, language)


def _need(plan: Plan, one: Publication, step: Step, language: str) -> Need:
    assert one.at is not None
    owner = one.account.owner if one.account else None
    able = ""
    if step.what == "review":  # whoever answers for the account may have written the post
        able = _in_role(plan, language, "reviewer", but=one.post.author)
    elif step.what == "schedule":
        able = _in_role(plan, language, "publisher")
    return Need(
        what=_CALLED.get(step.what, step.what),
        who=step.who or able or _name(plan, owner),
        title=one.title or first_words(one) or one.id,
        account_name=account_name(plan, one.account_id or "", language),
        at=one.at,
        by=step.by if step.what != "publish" else None,
        is_late=step.is_late,
        since=step.by or _before(one.at.date(), AHEAD - 1),
    )


def _batch_days(plan: Plan, calendar: Calendar, today: date, language: str) -> Iterator[Need]:
    """Give the next batch day whose next week has a part in the plan."""
    batch = plan.workflow.batch if plan.workflow else None
    if batch is None or batch.day is None:
        return
    first, last = calendar.period
    start = max(today, _before(week_of(first).first, 7))
    day = start + timedelta(days=(WEEKDAYS.index(batch.day) - start.weekday()) % 7)
    if week_of(day).first + _WEEK <= last:
        at = datetime.combine(day, batch.at or time())
        who = _in_role(plan, language, "publisher", "lead")
        yield Need("batch", who, "", "", at, None, is_late=False, since=day)


def _in_role(plan: Plan, language: str, *roles: str, but: str | None = None) -> str:
    """Name those who have the first role that somebody has."""
    for role in roles:
        able = [one for one in plan.team if role in one.roles and one.id != but]
        names = [one.name or one.id or "" for one in able]
        if names:
            return words(language)("views.comma").join(names)
    return ""


def _tasks(plan: Plan, today: date) -> Iterator[Need]:
    for stage in plan.community.stages if plan.community else ():
        for task in stage.tasks:
            if task.due is not None and not task.done:
                at = datetime.combine(task.due, time())
                who, late = _name(plan, task.owner), task.due < today
                yield Need("task", who, task.what, "", at, task.due, late, since=task.due)


def _review(plan: Plan, calendar: Calendar, today: date, language: str) -> Iterator[Need]:
    """Give the next look back at the plan, or the one that was not held."""
    log = plan.reviews.log if plan.reviews else ()
    last = max((one.date for one in log if one.date), default=None)
    day = next_review(plan.reviews, last, calendar.period[0])
    if day is not None:
        who, at = _in_role(plan, language, "lead", "analyst"), datetime.combine(day, time())
        yield Need("review", who, "", "", at, day, day < today, since=day)


def _name(plan: Plan, id_: str | None) -> str:
    return person_name(plan, id_) if id_ else ""


def _before(day: date, days: int) -> date:
    """Count back; nothing is before the first day of the calendar."""
    return max(day, date.min + timedelta(days)) - timedelta(days)
