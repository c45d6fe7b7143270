"""One screen: how far the plan is, how the goals stand, what comes next, what needs somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.views.clocks import Clock, clocks_between
from socialplan.views.item import Item, account_name, item_of, person_name
from socialplan.views.progress import GoalProgress, measured_goals, progress_of
from socialplan.views.stages import StageProgress, stages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.readings import Readings
    from socialplan.slots import Calendar

AHEAD = 7
"""Days that “next” means."""
FURTHEST = 366
"""Days ahead at which nobody is asked for anything yet, whatever lead a plan wants."""
SHOWN = 5
"""Open slots and needs that are named; the rest are counted."""


@dataclass(frozen=True)
class OpenSlot:
    """A promise that no post keeps yet."""

    at: datetime
    account_name: str
    format: str | None
    title: str
    platform: str | None


@dataclass(frozen=True)
class Need:
    """Something that waits for a person."""

    what: str
    """write, check, approve, schedule, publish, batch, task or review."""
    who: str
    """A name; empty where nobody is named."""
    title: str
    account_name: str
    at: datetime | None
    is_late: bool


@dataclass(frozen=True)
class StatusView:
    """What one looks at in the morning."""

    title: str
    today: date
    first: date
    last: date
    stages: tuple[StageProgress, ...]
    goals: tuple[GoalProgress, ...]
    next_items: tuple[Item, ...]
    open_slots: tuple[OpenSlot, ...]
    open_count: int
    """Open slots from today to the end of the period."""
    slot_count: int
    needs: tuple[Need, ...]
    needs_count: int
    ideas: int
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def status(
    plan: Plan, calendar: Calendar, today: date, language: str, read: Readings | None = None
) -> StatusView:
    """Take stock of a plan on a day."""
    ahead = [slot for slot in calendar.slots if slot.at.date() >= today]
    still_open = [slot for slot in calendar.open if slot.at.date() >= today]
    needs = sorted(_needs(plan, calendar, today, language), key=_urgency)
    return StatusView(
        title=plan.title,
        today=today,
        first=calendar.period[0],
        last=calendar.period[1],
        stages=stages_of(plan, calendar, today),
        goals=tuple(
            progress_of(plan, goal, today, language) for goal in measured_goals(plan, read)
        ),
        next_items=tuple(
            item_of(plan, entry, language)
            for entry in calendar.between(today, today + timedelta(days=AHEAD - 1))
        ),
        open_slots=tuple(
            OpenSlot(
                slot.at,
                account_name(plan, slot.account, language),
                slot.format,
                slot.title or "",
                getattr(plan.account(slot.account), "platform", None),
            )
            for slot in still_open[:SHOWN]
        ),
        open_count=len(still_open),
        slot_count=len(ahead),
        needs=tuple(needs[: 2 * SHOWN]),
        needs_count=len(needs),
        ideas=len({one.id for one in calendar.backlog}),
        clocks=clocks_between(plan, language),
    )


def _needs(plan: Plan, calendar: Calendar, today: date, language: str) -> Iterator[Need]:
    for one in calendar.planned:
        need = _need_of(plan, one, today, language)
        if need is not None:
            yield need
    yield from _batch(plan, today)
    yield from _tasks(plan, today)


_WAITS_FOR = {
    "idea": ("write", "author"),
    "draft": ("write", "author"),
    "in_review": ("check", "reviewer"),
    "approved": ("schedule", "publisher"),
    "scheduled": ("publish", "publisher"),
}


def _need_of(plan: Plan, one: Publication, today: date, language: str) -> Need | None:
    """Say what a post waits for, if its day is near or past."""
    if one.at is None or one.status not in _WAITS_FOR:
        return None
    what, role = _WAITS_FOR[one.status]
    day = one.at.date()
    if one.status == "scheduled" and day >= today:
        return None
    if day >= today + timedelta(days=_lead(plan, one.status)):
        return None
    return Need(
        what=what if day >= today else "publish",
        who=_responsible(plan, one, role),
        title=one.title or one.id,
        account_name=account_name(plan, one.account_id or "", language),
        at=one.at,
        is_late=day < today,
    )


def _lead(plan: Plan, status: str) -> int:
    """Give the days before publishing from which a post of that status needs somebody."""
    lead = plan.workflow.lead_days if plan.workflow else None
    draft = lead.draft if lead else None
    review = lead.review if lead else None
    asked = {"idea": draft, "draft": draft, "in_review": review}.get(status)
    return min(asked or AHEAD, FURTHEST)


def _responsible(plan: Plan, one: Publication, role: str) -> str:
    post = one.post
    named = getattr(post, role) or (post.author if role == "publisher" else None)
    named = named or (one.account.owner if one.account else None)
    return person_name(plan, named) if named else ""


def _batch(plan: Plan, today: date) -> Iterator[Need]:
    batch = plan.workflow.batch if plan.workflow else None
    if batch is not None and batch.day == WEEKDAYS[today.weekday()]:
        at = datetime.combine(today, batch.at or time())
        yield Need("batch", "", "", "", at if batch.at else None, is_late=False)


def _tasks(plan: Plan, today: date) -> Iterator[Need]:
    for stage in plan.community.stages if plan.community else ():
        for task in stage.tasks:
            if task.due is not None and not task.done and task.due <= today + timedelta(days=AHEAD):
                who = person_name(plan, task.owner) if task.owner else ""
                at = datetime.combine(task.due, time())
                yield Need("task", who, task.what, "", at, is_late=task.due < today)


def _urgency(need: Need) -> tuple[bool, datetime, str]:
    return not need.is_late, need.at or datetime.min, need.title
