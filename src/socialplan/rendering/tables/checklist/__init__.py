"""The checklists as rows to be ticked off: a table per list, all with the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.checklist import group, posts, regular
from socialplan.rendering.tables.checklist.task import STATES
from socialplan.rendering.tables.table import Choice, Column, Table, list_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.checklist.task import Task
    from socialplan.rendering.tables.table import Cell
    from socialplan.views.checklist import ChecklistView

    Columns = tuple[Column, ...]


_POST = 2
"""The place of the column that names a post, where a list has it."""


def tables(page: Page) -> Iterator[Table]:
    """Lay out every list that has something; where none has, the first with its head alone."""
    lists = [(name, list(tasks)) for name, tasks in _lists(page)]
    filled = [(name, tasks) for name, tasks in lists if tasks]
    for name, tasks in filled or lists[:1]:
        columns, rows = _used(_columns(page), [_row(page, task) for task in tasks])
        of_posts = _POST if columns[_POST].is_optional else None
        yield Table(name, columns, rows, about=list_name(page, name), frozen=2, parted_by=of_posts)


def _used(columns: Columns, rows: list[tuple[Cell, ...]]) -> tuple[Columns, list[tuple[Cell, ...]]]:
    """Leave out what a list has no use for: only some are about posts."""
    kept = [
        n
        for n, column in enumerate(columns)
        if not column.is_optional or any(row[n] for row in rows)
    ]
    return tuple(columns[n] for n in kept), [tuple(row[n] for n in kept) for row in rows]


def _lists(page: Page) -> Iterator[tuple[str, Iterator[Task]]]:
    view: ChecklistView = page.view
    yield page.word("before-publishing"), posts.to_check(page, view)
    yield page.word("due-pieces"), posts.due(page, view)
    yield page.word("batch-title"), regular.of_batch(page, view.batch)
    if view.community:
        yield page.word("community-work"), group.work(page, view.community)
    if view.review:
        yield page.word("review-title"), regular.of_review(page, view.review)
    if view.readiness:
        yield page.word("readiness"), regular.of_readiness(page, view.readiness)


def _columns(page: Page) -> Columns:
    word = page.word
    choices = tuple(Choice(word(f"tables.state-{name}"), tone) for name, tone in STATES.items())
    return (
        Column(word("due"), "date", 16),
        Column(word("status"), "choice", 12, choices),
        Column(word("tables.post"), width=36, is_optional=True),
        Column(word("tables.task"), width=48),
        Column(word("owner"), width=18),
        Column(word("tables.detail"), width=44),
        Column(word("account"), width=22, is_optional=True),
        Column(word("tables.goes-out"), "date", 15, is_optional=True),
        Column(word("tables.goes-out-at"), "time", 9, is_optional=True),
    )


def _row(page: Page, task: Task) -> tuple[Cell, ...]:
    at = task.goes_out
    return (
        task.due,
        page.word(f"tables.state-{task.state}"),
        task.post,
        task.what,
        task.who,
        task.detail,
        task.account,
        at.date() if at else None,
        at.time() if at else None,
    )
