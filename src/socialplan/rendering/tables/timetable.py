"""Week, month and agenda as a list by time; after it the ideas, and what recurs in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.posts import (
    moment_cells,
    moment_columns,
    post_cells,
    post_columns,
)
from socialplan.rendering.tables.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell
    from socialplan.views.rituals import Habit
    from socialplan.views.timetable import Line, TimetableView


def tables(page: Page) -> Iterator[Table]:
    """Lay out what has a date; ideas and rituals only where there are some."""
    view: TimetableView = page.view
    zones = {one.zone for one in view.lines}
    columns = _columns(page, zoned=len(zones) > 1)
    name = page.word(f"html.view-{page.name}")
    yield Table(name, columns, _rows(page, view.lines, len(columns)), frozen=2, parted_by=0)
    if view.ideas:
        rows = _rows(page, view.ideas, len(columns))
        yield Table(page.word("tables.ideas"), columns, rows, frozen=2)
    if view.habits:
        yield _rituals(page, view.habits)


def _columns(page: Page, *, zoned: bool) -> tuple[Column, ...]:
    """Name the zone of a time only where there are several."""
    zone = (Column(page.word("tables.zone"), width=18),) if zoned else ()
    where = (_platform(page), _account(page))
    return (*moment_columns(page), *zone, *where, *post_columns(page))


def _platform(page: Page) -> Column:
    return Column(page.word("sheet-platform"), width=14)


def _account(page: Page) -> Column:
    return Column(page.word("sheet-account"), width=17)


def _rows(page: Page, lines: Iterable[Line], count: int) -> list[tuple[Cell, ...]]:
    made = []
    for one in lines:
        where = (one.platform, one.account_name)
        rest = post_cells(page, one.row)
        zone = (one.zone,) if count > len(rest) + 4 else ()
        made.append((*moment_cells(one.row), *zone, *where, *rest))
    return made


def _rituals(page: Page, habits: Iterable[Habit]) -> Table:
    word = page.word
    columns = (
        Column(word("tables.days"), width=24),
        Column(word("time"), "text", 7),
        Column(word("format"), width=18),
        Column(word("title"), width=40),
        Column(word("sheet-account"), width=40),
    )
    rows = [
        (
            page.habit_days(one),
            one.ritual.time,
            page.ritual_name(one.ritual.kind),
            one.ritual.title,
            word("comma").join(one.ritual.accounts),
        )
        for one in habits
    ]
    kind = (Column(word("sheet-type")), word("rituals"))
    return Table(word("rituals"), columns, rows, about=(kind,))
