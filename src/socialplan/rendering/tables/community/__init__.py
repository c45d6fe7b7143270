"""The community's sheets: what runs when, what is to be written and done, and what stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.community import funnel, running, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table


def tables(page: Page) -> Iterator[Table]:
    """Lay out the run sheet, and every other table that has something."""
    run_sheet, *others = _all(page)
    yield run_sheet
    yield from (one for one in others if one.rows)


def _all(page: Page) -> Iterator[Table]:
    yield running.run_sheet(page)
    yield running.ahead(page)
    yield running.tasks(page)
    yield standing.scripts(page)
    yield standing.groups(page)
    yield standing.rules(page)
    yield standing.events(page)
    yield funnel.steps(page)
    yield funnel.path(page)
    yield funnel.staff_goals(page)
    yield standing.segments(page)
    yield standing.fit(page)
    yield standing.word_of_mouth(page)
