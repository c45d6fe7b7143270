"""Before publishing: the checklist of each post, and the work on later ones that is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.checklist.assets import check_assets
from socialplan.views.checklist.copy import check_copy, check_wording, limits_by_post
from socialplan.views.checklist.duties import check_duties
from socialplan.views.checklist.steps import Step, steps_of
from socialplan.views.item import Item, item_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounded
    from socialplan.slots import Entry
    from socialplan.views import Asked
    from socialplan.views.checklist.check import Check

STILL_TO_COME = ("idea", "draft", "in_review", "approved", "scheduled")
PIECES = ("draft", "asset", "review")
_ORDER = ("missing", "look", "done")


@dataclass(frozen=True)
class PostChecklist:
    """A post of these days: its steps, and its checks, what is missing first."""

    item: Item
    topic: str
    note: str
    steps: tuple[Step, ...]
    checks: tuple[Check, ...]

    @property
    def missing(self) -> int:
        return sum(check.state == "missing" for check in self.checks)


@dataclass(frozen=True)
class DuePiece:
    """A draft, a picture or a check that is due in these days, or late."""

    step: Step
    item: Item


@dataclass(frozen=True)
class Published:
    """A post of these days that is out; its numbers may still be missing."""

    item: Item
    has_result: bool


def posts_to_check(asked: Asked) -> tuple[PostChecklist, ...]:
    """Make the checklist of each post of the window that is still to come."""
    held = limits_by_post(asked.plan)
    return tuple(
        _checklist(asked, entry, one, held)
        for entry, one in _planned(asked)
        if one.status in STILL_TO_COME
    )


def published(asked: Asked) -> tuple[Published, ...]:
    """List the posts of the window that are out."""
    return tuple(
        Published(item_of(asked.plan, entry, asked.language), bool(one.post.result))
        for entry, one in _planned(asked)
        if one.status == "published"
    )


def pieces_due(asked: Asked) -> tuple[DuePiece, ...]:
    """List the pieces due in the window, and those due earlier for posts still ahead, by day."""
    found: list[DuePiece] = []
    for entry in asked.filter.keep(asked.plan, asked.calendar.entries):
        one = entry.publication
        if one is None or one.at is None or one.status not in STILL_TO_COME:
            continue
        if one.at.date() < asked.window.first:
            continue
        found += [
            DuePiece(step, item_of(asked.plan, entry, asked.language))
            for step in steps_of(asked.plan, one, asked.today)
            if step.what in PIECES and _is_due(asked, step)
        ]
    return tuple(sorted(found, key=lambda piece: _urgency(asked.today, piece)))


def _is_due(asked: Asked, step: Step) -> bool:
    if step.by is None:
        return False
    first, last = asked.window
    return first <= step.by <= last or (step.by < first and not step.is_done)


def _urgency(today: date, piece: DuePiece) -> tuple[date, int]:
    return piece.step.by or today, PIECES.index(piece.step.what)


def _planned(asked: Asked) -> Iterator[tuple[Entry, Publication]]:
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window)):
        if entry.publication is not None:
            yield entry, entry.publication


def _checklist(
    asked: Asked, entry: Entry, one: Publication, held: Mapping[Publication, Bounded]
) -> PostChecklist:
    return PostChecklist(
        item=item_of(asked.plan, entry, asked.language),
        topic=one.post.topic or "",
        note=one.note or "",
        steps=steps_of(asked.plan, one, asked.today),
        checks=checks_of(asked.plan, one, held.get(one)),
    )


def checks_of(plan: Plan, one: Publication, held: Bounded | None) -> tuple[Check, ...]:
    """Check a post, what is missing first."""
    return tuple(sorted(_checks(plan, one, held), key=lambda check: _ORDER.index(check.state)))


def _checks(plan: Plan, one: Publication, held: Bounded | None) -> Iterator[Check]:
    yield from check_copy(plan, one, held)
    yield from check_assets(one)
    yield from check_duties(plan, one)
    yield from check_wording(plan, one)
