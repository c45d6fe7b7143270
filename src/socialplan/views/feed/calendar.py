"""The calendar: posts and open slots, the batch day, reviews, days off and days of silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.views.days import backlog_of
from socialplan.views.feed.appointments import batch_days, reviews
from socialplan.views.feed.making import Identities, feed_of
from socialplan.views.feed.posts import post_events
from socialplan.views.feed.whole_days import blackouts, festivals
from socialplan.views.occasions import unknown_of

if TYPE_CHECKING:
    from socialplan.views import Asked
    from socialplan.views.feed import Feed


def calendar(asked: Asked) -> Feed:
    """Gather the events of the window; festivals and blackouts only where nothing is left out."""
    identities = Identities(asked.plan)
    whole = asked.filter.is_empty
    events = [
        *post_events(asked, identities),
        *batch_days(asked, identities),
        *reviews(asked, identities),
    ]
    if whole:
        events += [*blackouts(asked, identities), *festivals(asked)]
    return feed_of(
        asked,
        "calendar",
        identities,
        events=tuple(events),
        todos=(),
        ideas=len({one.id for one in backlog_of(asked)}),
        unknown=unknown_of(asked) if whole else (),
    )
