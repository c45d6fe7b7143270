"""The six steps and their rates, the customer's path, and goals that are shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Column, Share, list_name, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table
    from socialplan.views.community import CommunityView
    from socialplan.views.funnel import FunnelRow

    Says = tuple[Column, Callable[[FunnelRow], Cell]]


def steps(page: Page) -> Table:
    """List the steps with their rates."""
    word, name = page.word, page.word("funnel")
    columns = (
        (Column(word("funnel-step"), width=12), lambda one: word(f"funnel-{one.step}")),
        (
            Column(word("funnel-rate"), width=18),
            lambda one: word(f"rate-{one.rate}") if one.rate else "",
        ),
        *_numbers(page),
    )
    return table_of(name, page.view.steps, columns, about=list_name(page, name))


def path(page: Page) -> Table:
    """List the legs of the path."""
    word, name = page.word, page.word("path")
    columns = (
        (Column(word("path-from"), width=24), lambda one: one.origin),
        (Column(word("path-to"), width=24), lambda one: one.goal),
        *_numbers(page),
    )
    return table_of(name, page.view.path, columns, about=list_name(page, name))


def staff_goals(page: Page) -> Table:
    """List who is to reach which part of a goal."""
    view: CommunityView = page.view
    word, name = page.word, page.word("community.staff-goals")
    return table_of(
        name,
        [(goal, share) for goal in view.staff_goals for share in goal.shares],
        (
            (Column(word("goal"), width=50), lambda one: one[0].statement),
            (Column(word("metric"), width=20), lambda one: one[0].metric),
            (Column(word("tables.who"), width=20), lambda one: one[1].who),
            (
                Column(word("target"), "number", 12),
                lambda one: Share(one[1].target) if one[0].is_ratio else one[1].target,
            ),
        ),
        about=list_name(page, name),
        parted_by=0,
    )


def _numbers(page: Page) -> Iterator[Says]:
    yield Column(page.word("baseline"), "number", 12), lambda one: _rate(one.baseline)
    yield Column(page.word("target"), "number", 12), lambda one: _rate(one.target)
    yield Column(page.word("how"), width=60), lambda one: one.how


def _rate(value: float | None) -> float | None:
    """Take what lies between none and all for a share, as the other pages do."""
    return Share(value) if value is not None and -1 <= value <= 1 else value
