"""What should have been ready by now, going by the plan's own lead days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

READY = frozenset(("approved", "scheduled", "published", "cancelled", "on_hold"))


class Late(NamedTuple):
    """A publication still to come, and the day on which a piece of it was due."""

    publication: Publication
    due: date


def late(plan: Plan, piece: Literal["draft", "asset", "review"], today: date) -> Iterator[Late]:
    """Give the publications to come whose piece was due before today and may not be there."""
    lead = plan.workflow.lead_days if plan.workflow else None
    days = getattr(lead, piece) if lead else None
    if days is None:
        return
    start = datetime.combine(today, time.min)
    end = start + timedelta(days)
    for one in publications(plan):
        if one.at is not None and start <= one.at < end and one.status not in READY:
            yield Late(one, one.at.date() - timedelta(days))


def has_words(publication: Publication) -> bool:
    """Say whether anything is written yet."""
    return bool(publication.text or publication.messages or publication.thread)
