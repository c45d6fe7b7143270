"""Checklists: before publishing, on the batch day, in the group, at the review, at the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.checklist.batch import BatchDay, batch_day
from socialplan.views.checklist.community import CommunityWork, community_work
from socialplan.views.checklist.posts import (
    DuePiece,
    PostChecklist,
    Published,
    pieces_due,
    posts_to_check,
    published,
)
from socialplan.views.checklist.readiness import Readiness, readiness_of
from socialplan.views.checklist.review import Review, review_of
from socialplan.views.clocks import Clock, clocks_of
from socialplan.views.window import week_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.views import Asked


@dataclass(frozen=True)
class ChecklistView:
    """What to check in these days; of a filtered page only what the filter is about."""

    title: str
    first: date
    last: date
    week: str
    """The ISO week, if the days are just that; else empty."""
    due: tuple[DuePiece, ...]
    posts: tuple[PostChecklist, ...]
    published: tuple[Published, ...]
    batch: BatchDay
    community: CommunityWork | None
    review: Review | None
    readiness: Readiness | None
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def checklist(asked: Asked) -> ChecklistView:
    """Make the checklists of the window."""
    chosen = asked.filter
    of_posts = bool(chosen.persona or chosen.status or chosen.campaign)
    return ChecklistView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        week=week_name(asked.window),
        due=pieces_due(asked),
        posts=posts_to_check(asked),
        published=published(asked),
        batch=batch_day(asked),
        community=None if of_posts else community_work(asked),
        review=review_of(asked) if chosen.is_empty else None,
        readiness=readiness_of(asked.plan, asked.calendar, asked.today)
        if chosen.is_empty
        else None,
        clocks=clocks_of(asked),
    )
