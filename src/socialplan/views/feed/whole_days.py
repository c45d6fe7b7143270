"""What takes whole days: blackouts of the plan, festivals and days off of its market."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.views.feed import Detail, Event
from socialplan.views.feed.making import identity
from socialplan.views.occasions import occasions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.views import Asked
    from socialplan.views.feed.making import Identities

DAY = timedelta(days=1)


def day_after(day: date) -> date:
    """Give the next day; after the last one there is none."""
    return min(day, date.max - DAY) + DAY


def blackouts(asked: Asked, identities: Identities) -> Iterator[Event]:
    """Give the spans on which nothing is published."""
    for one in asked.plan.workflow.blackouts if asked.plan.workflow else ():
        last = max(one.to or one.from_, one.from_)
        if one.from_ <= asked.window.last and last >= asked.window.first:
            yield Event(
                uid=identities.new("blackout", one.from_),
                kind="blackout",
                start=one.from_,
                end=day_after(last),
                title=one.why or "",
                is_free=True,
            )


def festivals(asked: Asked) -> Iterator[Event]:
    """Give what days are in the market; the same for every plan, so that two do not tell twice."""
    market = asked.plan.brand.market
    for one in occasions_of(asked):
        yield Event(
            uid=identity("occasion", market, one.id, one.first),
            kind="occasion",
            start=one.first,
            end=day_after(one.last),
            title=one.name,
            state=one.mark,
            is_free=True,
            is_sober=one.is_sober,
        )


def details(**named: str | None) -> tuple[Detail, ...]:
    """List the details that there are."""
    return tuple(Detail(what.replace("_", "-"), value) for what, value in named.items() if value)
