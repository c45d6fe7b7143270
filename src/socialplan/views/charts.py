"""The numbers behind the charts: counted and worked out here, only drawn elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.views.document.design import pillar_rows
from socialplan.views.filtering import OPEN, people_of
from socialplan.views.item import account_name, person_name
from socialplan.views.progress import progress_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from socialplan.plan.goals import Goal
    from socialplan.plan.publications import Publication
    from socialplan.slots import Entry
    from socialplan.views import Asked

MOST_COLUMNS = 26
"""Columns of a chart beyond which weeks become months, and months years: half a year of weeks."""
MOST_ROWS = 40
"""Rows of a chart beyond which nobody reads it."""
NOT_MEANT = ("cancelled", "on_hold")


@dataclass(frozen=True)
class FigureRow:
    """A row of numbers: one for each series of its figure, None where it is not known."""

    name: str
    """As people named it; of weeks, months and steps of the funnel empty."""
    word: str
    """The key of the row's name among our own words, e.g. `funnel-attract`; else empty."""
    day: date | None
    """The first day of a week, month or year."""
    values: tuple[float | None, ...]
    hours: float | None = None
    """Of a person: hours a week that they have."""


@dataclass(frozen=True)
class Figure:
    """The numbers of one chart."""

    kind: str
    """goals, pillars, posts, load or funnel."""
    series: tuple[str, ...]
    """What is compared: names of accounts in `posts`, else keys of words, e.g. `intended`."""
    rows: tuple[FigureRow, ...]
    is_ratio: bool
    unit: str = ""
    """week, month or year where rows are such."""


@dataclass(frozen=True)
class Charts:
    """The charts of a plan; None where it has no numbers for one."""

    goals: Figure | None
    """How far each goal is, beside how much of its time has gone."""
    pillars: Figure | None
    """Shares of content types: intended, and of the posts that are planned."""
    posts: Figure | None
    """Posts per account and week; open slots last."""
    load: Figure | None
    """Posts per person and week: on average, and in the busiest week."""
    funnel: Figure | None
    """Rates of the customer's way: today, and to be reached."""


def charts_of(asked: Asked) -> Charts:
    """Work out the charts of the window's days, as far as the filter lets posts through."""
    entries = [
        entry
        for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window))
        if entry.publication is None or entry.publication.status not in NOT_MEANT
    ]
    return Charts(
        goals=goals_figure(asked, asked.goals),
        pillars=_pillars(asked),
        posts=_posts(asked, entries),
        load=_load(asked, [one.publication for one in entries if one.publication is not None]),
        funnel=funnel_figure(asked),
    )


def goals_figure(asked: Asked, some: Iterable[Goal]) -> Figure | None:
    """Compare how far each goal is with how much of its time has gone."""
    found = [
        progress_of(asked.plan, goal, asked.today, asked.language)
        for goal in sorted(some, key=lambda one: not one.main)
        if goal.kind == "smart"
    ]
    metrics = {one.metric for one in found if one.metric}
    rows = [
        FigureRow(
            one.metric if len(metrics) == len(found) else one.statement or one.metric,
            "",
            None,
            (one.share, one.share_of_time),
        )
        for one in found
        if one.share is not None
    ]
    return _figure("goals", ("done", "time"), rows, is_ratio=True)


def _pillars(asked: Asked) -> Figure | None:
    rows = [
        FigureRow(one.name, "", None, (one.intended, one.planned))
        for one in pillar_rows(asked.plan)
        if one.intended is not None or one.planned
    ]
    return _figure("pillars", ("intended", "planned"), rows, is_ratio=True)


def _posts(asked: Asked, entries: Sequence[Entry]) -> Figure | None:
    """Count posts and open slots by week, or by month where there are too many weeks."""
    dated = [(one, one.at.date()) for one in entries if one.at is not None]
    if not dated:
        return None
    first, last = min(day for _, day in dated), max(day for _, day in dated)
    unit, begin = _unit(first, last)
    counted = Counter((begin(day), one.account if one.publication else OPEN) for one, day in dated)
    there = {account for _, account in counted}
    accounts = [one.id for one in asked.plan.accounts if one.id in there]
    accounts += sorted(there - {*accounts, OPEN})
    kinds = [*accounts, *([OPEN] if OPEN in there else [])]
    rows = [
        FigureRow("", "", start, tuple(float(counted[start, kind]) for kind in kinds))
        for start in _starts(begin(first), begin(last), begin)
    ]
    names = tuple(account_name(asked.plan, one, asked.language) for one in accounts)
    series = (*names, *kinds[len(accounts) :])
    return Figure("posts", series, tuple(rows), is_ratio=False, unit=unit)


def _load(asked: Asked, some: Sequence[Publication]) -> Figure | None:
    """Count the posts of each person, each post once however many accounts it goes to."""
    days = {one.post_index: one.at.date() for one in some if one.at is not None}
    if not days:
        return None
    posts = {one.post_index: one for one in some if one.at is not None}
    by_week: dict[str, Counter[date]] = {}
    for index, one in posts.items():
        for person in people_of(one):
            by_week.setdefault(person, Counter())[_monday(days[index])] += 1
    weeks = (_monday(max(days.values())) - _monday(min(days.values()))).days // 7 + 1
    team = [one.id for one in asked.plan.team if one.id in by_week]
    rows = [
        FigureRow(
            person_name(asked.plan, person),
            "",
            None,
            (round(by_week[person].total() / weeks, 1), float(max(by_week[person].values()))),
            _hours(asked, person),
        )
        for person in (*team, *sorted(by_week.keys() - set(team)))
        if person
    ]
    return _figure("load", ("average", "busiest"), rows, is_ratio=False)


def funnel_figure(asked: Asked) -> Figure | None:
    """Compare the rates of the customer's way today with those to be reached."""
    rows = [
        FigureRow(
            "" if one.step else " → ".join(name for name in (one.from_, one.to) if name),
            f"funnel-{one.step}" if one.step else "",
            None,
            (one.baseline, one.target),
        )
        for one in asked.plan.funnel
        if one.baseline is not None or one.target is not None
    ]
    rates = [row for row in rows if all(value is None or value <= 1 for value in row.values)]
    return _figure("funnel", ("baseline", "target"), rates or rows, is_ratio=bool(rates))


def _figure(
    kind: str, series: tuple[str, ...], rows: Sequence[FigureRow], *, is_ratio: bool
) -> Figure | None:
    return Figure(kind, series, tuple(rows[:MOST_ROWS]), is_ratio) if rows else None


def _hours(asked: Asked, person: str) -> float | None:
    known = asked.plan.person(person)
    return known.hours_per_week if known else None


def _unit(first: date, last: date) -> tuple[str, Callable[[date], date]]:
    """Choose what a column stands for, so that there are not too many."""
    if (_monday(last) - _monday(first)).days // 7 < MOST_COLUMNS:
        return "week", _monday
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return ("month", _month) if months <= MOST_COLUMNS else ("year", _year)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def _starts(first: date, last: date, begin: Callable[[date], date]) -> Iterator[date]:
    """Go through all weeks, months or years, those without a post too."""
    while first <= last:
        yield first
        following = first + timedelta(days=7)
        while begin(following) == first:
            following += timedelta(days=7)
        first = begin(following)
