"""The work on a post before it goes out: who does which step, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.plan.workflow import LeadDays
from socialplan.views.checklist.assets import CHECKED, assets_of, lacking, needs_media
from socialplan.views.item import person_name
from socialplan.views.window import week_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

WRITTEN = ("in_review", "approved", "scheduled", "published")
QUEUED = ("scheduled", "published")


@dataclass(frozen=True)
class Step:
    """One step: draft, asset, review, schedule or publish."""

    what: str
    who: str
    """A name; empty where nobody is named."""
    by: date | None
    is_done: bool
    is_late: bool


def steps_of(plan: Plan, one: Publication, today: date) -> tuple[Step, ...]:
    """List the steps of a dated post in order."""
    return tuple(_steps(plan, one, today))


def batch_date(plan: Plan, day: date) -> date | None:
    """Give the batch day on which the week of that day is scheduled: the last one before it."""
    batch = plan.workflow.batch if plan.workflow else None
    if batch is None or batch.day is None:
        return None
    return week_of(day).first - timedelta(days=7 - WEEKDAYS.index(batch.day))


def _steps(plan: Plan, one: Publication, today: date) -> Iterator[Step]:
    assert one.at is not None
    day, post, status = one.at.date(), one.post, one.status
    lead = (plan.workflow.lead_days if plan.workflow else None) or LeadDays.model_construct()

    def step(what: str, who: str | None, by: date | None, *, done: bool) -> Step:
        late = by is not None and by < today and not done and not _is_before(plan, by, today)
        return Step(what, person_name(plan, who) if who else "", by, done, late)

    yield step("draft", post.author, _ahead(day, lead.draft), done=status in WRITTEN)
    assets = assets_of(one)
    if assets or needs_media(one) or (post.designer and status not in CHECKED):
        there = bool(assets) and not lacking(one)
        yield step("asset", post.designer, _ahead(day, lead.asset), done=there)
    yield step("review", checker_of(one), _ahead(day, lead.review), done=status in CHECKED)
    publisher = publisher_of(one)
    if _can_wait(one):
        yield step("schedule", publisher, batch_date(plan, day), done=status in QUEUED)
    yield step("publish", publisher, day, done=status == "published")


def checker_of(one: Publication) -> str | None:
    """Say who checks a post: where it names nobody, who has approved it."""
    approved = one.post.approved
    return one.post.reviewer or (approved.by if approved else None)


def publisher_of(one: Publication) -> str | None:
    """Say who publishes a post: where it names nobody, who answers for the account."""
    return one.post.publisher or (one.account.owner if one.account else None)


def _is_before(plan: Plan, by: date, today: date) -> bool:
    """Say whether a day lies before the plan's period, which has not begun: nothing is late yet."""
    start = plan.period.start if plan.period else None
    return start is not None and by < start and today < start


def _ahead(day: date, days: int | None) -> date | None:
    """Count back; before the first day of the calendar nothing can be due."""
    try:
        return None if days is None else day - timedelta(days=days)
    except OverflowError:
        return None


def _can_wait(one: Publication) -> bool:
    """Say whether the platform may send a post later by itself; where nobody knows, it may."""
    from socialplan import facts

    pack = facts.platform(one.platform) if one.platform else None
    return pack is None or pack.schedule.native is not False
