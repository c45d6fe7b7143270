"""What calendar programs are given: events and to-dos that keep their identity from day to day.

Each thing is in one feed, so that who subscribes to several sees nothing twice: posts, open slots,
batch days, reviews and festivals in the calendar; work on posts in the checklist; due dates and
milestones in the goals; rituals, events and tasks in the community.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from socialplan.views.item import Item
    from socialplan.views.occasions import Unknown


@dataclass(frozen=True)
class Detail:
    """A line below an event: `what` is a word of the pages, `detail-…`."""

    what: str
    value: str | float | tuple[str, ...]
    is_ratio: bool = False


@dataclass(frozen=True)
class Event:
    """Something at a time, or on whole days."""

    uid: str
    """The same whenever it is made, whatever its time and words have become."""
    kind: str
    """post, slot, batch, review, blackout, occasion, goal, milestone, ritual or event."""
    start: date | datetime
    """A moment with its zone, or a day."""
    end: date | datetime
    """Where it is over; of whole days, the day after the last."""
    title: str = ""
    place: str = ""
    """The account's name."""
    format: str = ""
    """The format of a post, or the kind of a ritual."""
    state: str = ""
    """A status of the plan, or `open`."""
    status: str = "confirmed"
    """What calendar programs know: tentative, confirmed or cancelled."""
    is_free: bool = False
    """Whether it takes nobody's time."""
    is_sober: bool = False
    """Whether it is a day without offers."""
    labels: tuple[str, ...] = ()
    """Names by which to find it, e.g. of its pillar and campaign."""
    text: str = ""
    """The words that are published."""
    items: tuple[Item, ...] = ()
    """What there is to do in it: the posts and open slots of the next week."""
    details: tuple[Detail, ...] = ()
    url: str = ""
    remind: tuple[int, ...] = ()
    """Minutes before it at which a reminder comes."""


@dataclass(frozen=True)
class Todo:
    """Something to be done, by a day where there is one."""

    uid: str
    kind: str
    """draft, asset, review, schedule, idea or task."""
    title: str
    due: date | None
    status: str = "needs-action"
    """What calendar programs know: needs-action, completed or cancelled."""
    place: str = ""
    state: str = ""
    labels: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    about: str = ""
    """The `uid` of the post that it is for."""


@dataclass(frozen=True)
class Feed:
    """One calendar."""

    uid: str
    title: str
    kind: str
    """calendar, checklist, goals or community."""
    chosen: tuple[str, ...]
    """Names of the accounts and people that it is for; empty where it is for all."""
    statuses: tuple[str, ...]
    timezone: str
    made: datetime
    """When it was made, in UTC; later feeds of a plan replace earlier ones."""
    events: tuple[Event, ...]
    todos: tuple[Todo, ...]
    ideas: int = 0
    """Ideas without a date, which are in another feed."""
    unknown: tuple[Unknown, ...] = ()
    """Days off that nobody can say yet."""
