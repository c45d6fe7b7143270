"""Days as one list by time, with all that the plan table knows of each post: for spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.slots import Entry
from socialplan.views.days import Nothing, why_nothing
from socialplan.views.names import place_of
from socialplan.views.rituals import Habit, habits_of, rituals_between
from socialplan.views.sheet import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from socialplan.views import Asked


@dataclass(frozen=True)
class Line:
    """A row of the plan table, and where it goes out."""

    platform: str
    account_name: str
    """Its name and handle, as far as it has them."""
    zone: str
    """The time zone of its time."""
    row: Row


@dataclass(frozen=True)
class TimetableView:
    """Posts and open slots of all accounts in order of time, and what could fill the slots."""

    title: str
    first: date
    last: date
    lines: tuple[Line, ...]
    ideas: tuple[Line, ...]
    """What has no date."""
    habits: tuple[Habit, ...]
    """Rituals of these days, each said once."""
    nothing: Nothing | None
    """Why these days hold nothing; None if they hold something."""


def timetable(asked: Asked) -> TimetableView:
    """List the window's posts and open slots, then the ideas."""
    lines = _lines(asked, asked.calendar.between(*asked.window))
    undated = (one for one in publications(asked.plan) if one.at is None)
    habits = habits_of(asked, rituals_between(asked))
    return TimetableView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        lines=lines,
        ideas=_lines(asked, (Entry(None, one.account_id or "", None, one) for one in undated)),
        habits=habits,
        nothing=None if lines or habits else why_nothing(asked),
    )


def _lines(asked: Asked, entries: Iterable[Entry]) -> tuple[Line, ...]:
    return tuple(_line(asked, entry) for entry in asked.filter.keep(asked.plan, entries))


def _line(asked: Asked, entry: Entry) -> Line:
    account = asked.plan.account(entry.account)
    return Line(
        platform=place_of(account, asked.language) if account else "",
        account_name=called(account.name or "", account.handle or "", account.id)
        if account
        else entry.account,
        zone=asked.plan.zone_of(account).key,
        row=row_of(asked, entry),
    )


def called(name: str, handle: str, id: str) -> str:  # noqa: A002
    """Say how an account is called: name and handle, where one is not within the other."""
    known = [one for one in (name, handle) if one]
    told = [one for one in known if not any(one in other and one != other for other in known)]
    return " ".join(dict.fromkeys(told)) or id
