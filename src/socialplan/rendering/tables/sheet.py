"""The plan table: a sheet per account, and one that says who runs each and how."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from socialplan.rendering.tables.posts import (
    moment_cells,
    moment_columns,
    post_cells,
    post_columns,
)
from socialplan.rendering.tables.table import Column, Jump, Table
from socialplan.views.days import ORDER
from socialplan.views.timetable import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell
    from socialplan.views.sheet import AccountSheet, SheetView

_ABOUT = {
    "platform": 16,
    "account": 24,
    "staff": 18,
    "frequency": 20,
    "times": 28,
    "audience": 24,
    "goal": 18,
    "limits": 60,
}
"""What holds for all posts of an account, and how wide it grows."""


def tables(page: Page) -> Iterator[Table]:
    """Lay out the overview, then every account."""
    view: SheetView = page.view
    yield _overview(page, view)
    columns = (*moment_columns(page), *post_columns(page))
    for account in view.accounts:
        yield Table(
            name=page.account_heading(account),
            columns=columns,
            rows=[(*moment_cells(row), *post_cells(page, row)) for row in account.rows],
            about=tuple(zip(_about_columns(page), _about(page, account), strict=True)),
            frozen=2,
        )


def _overview(page: Page, view: SheetView) -> Table:
    columns = (
        *_about_columns(page),
        Column(page.word("tables.posts"), "number", 8),
        Column(page.word("open-slots"), "number", 8),
        Column(page.word("tables.by-status"), width=24),
    )
    rows = []
    for number, account in enumerate(view.accounts, start=1):
        platform, name, *others = _about(page, account)
        rows.append((platform, Jump(str(name), number), *others, *_counts(page, account)))
    return Table(page.word("tables.overview"), columns, rows, is_overview=True, frozen=2)


def _counts(page: Page, account: AccountSheet) -> tuple[Cell, ...]:
    """Count posts and open slots, and say how far the posts are."""
    counted = Counter(row.status for row in account.rows)
    opened = counted.pop("open", 0)
    far = [f"{page.word(f'status-{one}')} {counted[one]}" for one in ORDER if counted[one]]
    return counted.total(), opened, page.word("comma").join(far)


def _about_columns(page: Page) -> tuple[Column, ...]:
    return tuple(Column(page.word(f"sheet-{key}"), width=width) for key, width in _ABOUT.items())


def _about(page: Page, account: AccountSheet) -> tuple[Cell, ...]:
    """Say what the columns of an account say; one that the plan does not know has its id alone."""
    said = dict(page.about_account(account))
    name = called(account.name, account.handle, account.id)
    said[page.word("sheet-account")] = name or page.word("sheet-no-account")
    return tuple(said.get(column.heading, "") for column in _about_columns(page))
