"""What is done for single posts: the steps to publishing, and what is checked before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.checklist.task import Task, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.views.checklist import ChecklistView
    from socialplan.views.checklist.check import Check
    from socialplan.views.checklist.posts import PostChecklist
    from socialplan.views.checklist.steps import Step
    from socialplan.views.item import Item

_STATES = {"done": "done", "missing": "to-do", "look": "look"}


def due(page: Page, view: ChecklistView) -> Iterator[Task]:
    """List what is due in these days for any post."""
    return (_step(page, piece.step, piece.item) for piece in view.due)


def to_check(page: Page, view: ChecklistView) -> Iterator[Task]:
    """List what is done and checked for each post of these days, and what comes after."""
    for post in view.posts:
        yield from (_step(page, step, post.item) for step in post.steps)
        yield from (_check(page, check, post) for check in post.checks)
    for one in view.published:
        said = page.word("result-written" if one.has_result else "result-missing")
        yield _of(one.item, Task(said, state_of(done=one.has_result)))


def _step(page: Page, step: Step, item: Item) -> Task:
    state = state_of(done=step.is_done, late=step.is_late)
    return _of(item, Task(page.word(f"piece-{step.what}"), state, step.by, step.who))


def _check(page: Page, check: Check, post: PostChecklist) -> Task:
    said = page.word(f"check-{check.what}", **check.figures)
    names = page.word("comma").join(page.word(name) for name in check.names)
    what = f"{said}{page.word('colon')}{names}" if names else said
    return _of(post.item, Task(what, _STATES[check.state], detail=check.detail))


def _of(item: Item, task: Task) -> Task:
    return task._replace(post=item.title, account=item.account_name, goes_out=item.at)
