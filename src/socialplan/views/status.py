"""One screen: how far the plan is, how the goals stand, what comes next, what needs somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.views.clocks import Clock, clocks_between
from socialplan.views.item import Item, account_name, item_of
from socialplan.views.needs import Need, needs_of
from socialplan.views.progress import GoalProgress, measured_goals, progress_of
from socialplan.views.stages import StageProgress, stages_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from socialplan.plan import Plan
    from socialplan.readings import Readings
    from socialplan.slots import Calendar

AHEAD = 7
"""Days that “next” means."""
SHOWN = 5
"""Open slots and needs of a kind that are named; the rest are counted."""
COMING = 3
"""Needs after today that are named."""


@dataclass(frozen=True)
class OpenSlot:
    """A promise that no post keeps yet."""

    at: datetime
    account_name: str
    format: str | None
    title: str
    platform: str | None


@dataclass(frozen=True)
class StatusView:
    """What one looks at in the morning."""

    title: str
    today: date
    first: date
    last: date
    has_period: bool
    """Whether the plan says which days it covers; else they are guessed."""
    stages: tuple[StageProgress, ...]
    goals: tuple[GoalProgress, ...]
    next_items: tuple[Item, ...]
    next_count: int
    """All that the next seven days hold; the first of it is named."""
    first_after: Item | None
    """What comes first after those days, where they hold nothing."""
    open_slots: tuple[OpenSlot, ...]
    open_count: int
    """Open slots from today to the end of the period."""
    slot_count: int
    has_cadence: bool
    needs: tuple[Need, ...]
    """What is late and what is due today."""
    needs_count: int
    coming: tuple[Need, ...]
    """What needs somebody next, after today."""
    ideas: int
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def status(
    plan: Plan, calendar: Calendar, today: date, language: str, read: Readings | None = None
) -> StatusView:
    """Take stock of a plan on a day."""
    ahead = [slot for slot in calendar.slots if slot.at.date() >= today]
    still_open = [slot for slot in calendar.open if slot.at.date() >= today]
    needs = needs_of(plan, calendar, today, language)
    late = [one for one in needs if one.is_late]
    due = [one for one in needs if not one.is_late and one.since <= today]
    near = calendar.between(today, today + timedelta(days=AHEAD - 1))
    return StatusView(
        title=plan.title,
        today=today,
        first=calendar.period[0],
        last=calendar.period[1],
        has_period=plan.period is not None,
        stages=stages_of(plan, calendar, today),
        goals=tuple(
            progress_of(plan, goal, today, language) for goal in measured_goals(plan, read)
        ),
        next_items=tuple(item_of(plan, entry, language) for entry in near[: 2 * SHOWN]),
        next_count=len(near),
        first_after=None if near else _first_after(plan, calendar, today, language),
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
        has_cadence=any(one.cadence for one in plan.accounts),
        needs=(*late[:SHOWN], *due[:SHOWN]),
        needs_count=len(late) + len(due),
        coming=tuple(one for one in needs if not one.is_late and one.since > today)[:COMING],
        ideas=len({one.id for one in calendar.backlog}),
        clocks=clocks_between(plan, language),
    )


def _first_after(plan: Plan, calendar: Calendar, today: date, language: str) -> Item | None:
    entries = calendar.between(today, max(today, calendar.period[1]))
    return item_of(plan, entries[0], language) if entries else None
