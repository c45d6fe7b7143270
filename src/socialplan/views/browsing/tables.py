"""A week as a table: days in rows, accounts in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.browsing.facets import tone_of
from socialplan.views.item import account_name
from socialplan.views.rituals import Ritual
from socialplan.views.window import Window, week_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from socialplan.views import Asked
    from socialplan.views.days import Day
    from socialplan.views.item import Item
    from socialplan.views.rituals import Habit
    from socialplan.views.week import WeekView

ONE_TABLE = 10
"""Days that stand in one table; more are parted into weeks."""


@dataclass(frozen=True)
class Column:
    """An account of the table."""

    name: str
    tone: int
    """The number of its colour, from 1; 0 where the plan does not have the account."""


@dataclass(frozen=True)
class Line:
    """A day of the table, and what stands under each account."""

    day: Day
    cells: tuple[tuple[Item | Ritual, ...], ...]


@dataclass(frozen=True)
class Table:
    """Some days in a row, at most a week where there are more."""

    first: date
    last: date
    week: str
    """The ISO week, if the days are just that; else empty."""
    columns: tuple[Column, ...]
    habits: tuple[tuple[Habit, ...], ...]
    """For each column, the rituals of most days."""
    lines: tuple[Line, ...]
    idle: tuple[str, ...]
    """Accounts without anything in these days."""
    begins_month: bool
    """Whether it is the first of a month, for links that jump there."""

    @property
    def holds_something(self) -> bool:
        return any(cell for line in self.lines for cell in line.cells)

    @property
    def most(self) -> int:
        """How many entries stand below each other, by which paper chooses its type."""
        return sum(max(map(len, line.cells), default=0) or 1 for line in self.lines)


def tables_of(asked: Asked, shown: WeekView) -> tuple[Table, ...]:
    """Part the days of a page into tables."""
    parts = [list(shown.days)] if len(shown.days) <= ONE_TABLE else list(_weeks(shown.days))
    months: set[tuple[int, int]] = set()
    tables = []
    for days in parts:
        begun = {day.month for day in days if day.date.day == 1 or not months} - months
        months |= begun
        tables.append(_table(asked, days, shown.habits, bool(begun)))
    return tuple(tables)


def _weeks(days: Iterable[Day]) -> Iterator[list[Day]]:
    week: list[Day] = []
    for day in days:
        if week and day.date.weekday() == 0:
            yield week
            week = []
        week.append(day)
    yield week


def _table(asked: Asked, days: list[Day], habits: tuple[Habit, ...], begins_month: bool) -> Table:
    window = Window(days[0].date, days[-1].date)
    held = [one for one in habits if any(window.first <= day <= window.last for day in one.days)]
    columns, idle = _columns(asked, days, held)
    return Table(
        first=window.first,
        last=window.last,
        week=week_name(window),
        columns=tuple(Column(name, tone_of(asked.plan, id_)) for id_, name in columns.items()),
        habits=tuple(
            tuple(one for one in held if name in one.ritual.accounts) for name in columns.values()
        ),
        lines=tuple(
            Line(day, tuple(_cell(day, id_, name) for id_, name in columns.items())) for day in days
        ),
        idle=tuple(idle),
        begins_month=begins_month,
    )


def _columns(
    asked: Asked, days: list[Day], habits: list[Habit]
) -> tuple[dict[str, str], list[str]]:
    """Name the accounts that have something in these days, and those that have nothing."""
    plan = asked.plan
    used = {item.account for day in days for item in day.items}
    rituals = [one for day in days for one in day.rituals] + [one.ritual for one in habits]
    named = {name for one in rituals for name in one.accounts}
    columns: dict[str, str] = {}
    idle = []
    for account in plan.accounts:
        name = account_name(plan, account.id, asked.language)
        if account.id in used or name in named:
            columns[account.id] = name
        elif not asked.filter.account or account.id in asked.filter.account:
            idle.append(name)
    columns |= {id_: id_ for id_ in sorted(used - columns.keys())}
    return columns, idle


def _cell(day: Day, account: str, name: str) -> tuple[Item | Ritual, ...]:
    return tuple(
        one
        for one in day.entries
        if (name in one.accounts if isinstance(one, Ritual) else one.account == account)
    )
