"""Which publications a rule may still ask something of, and how soon they go out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

SOON = timedelta(days=14)
"""Before that, a draft may well be incomplete."""

FIRM = ("in_review", "approved", "scheduled")
"""Whoever hands a post on says that nothing is missing."""

_OVER = ("published", "cancelled")
_WAITING = ("idea", "on_hold")


def unpublished(plan: Plan) -> Sequence[Publication]:
    """Publications that can still be changed, ideas among them."""
    return plan.once(_unpublished)


def due(plan: Plan, today: date) -> Sequence[Publication]:
    """Publications that should be complete: soon to go out, or handed on as finished."""
    kept = plan.once(_due_by_day)
    if today not in kept:
        kept[today] = [one for one in unpublished(plan) if _is_due(one, today)]
    return kept[today]


def each_post(found: Sequence[Publication]) -> Sequence[Publication]:
    """Take one publication for each post, where the accounts make no difference."""
    return tuple({one.post_index: one for one in reversed(found)}.values())[::-1]


def path_of(publication: Publication) -> PlanPath:
    """Where the whole post stands."""
    return ("posts", publication.post_index)


def _unpublished(plan: Plan) -> list[Publication]:
    return [one for one in publications(plan) if one.status not in _OVER]


def _due_by_day(_: Plan) -> dict[date, list[Publication]]:
    return {}


def _is_due(one: Publication, today: date) -> bool:
    if one.at is None or one.at.date() < today or one.status in _WAITING:
        return False
    return one.status in FIRM or one.at.date() - today <= SOON
