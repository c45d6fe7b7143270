"""What the group needs: rituals, words that are written ahead, tasks by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.checklist.task import Task, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.views.checklist.community import CommunityWork
    from socialplan.views.community.rituals import RitualRow


def work(page: Page, group: CommunityWork) -> Iterator[Task]:
    """List the work of the group."""
    for ritual in group.rituals:
        yield from _ritual(page, ritual)
    for script in group.scripts:
        kind = page.word(f"script-{script.kind}") if script.kind else ""
        said = page.word("colon").join(filter(None, (page.word("written-ahead"), kind)))
        yield Task(said, state_of(done=script.is_ready), detail=script.title)
    for day in group.on_the_day:
        said = page.word("colon").join(
            (page.word("written-on-the-day"), page.ritual_name(day.kind))
        )
        yield Task(said, who=day.who, detail=day.title, account=day.account_name)
    for stage in group.stages:
        name = page.word(f"stage-{stage.stage}")
        for task in stage.tasks:
            what = f"{name}{page.word('colon')}{task.what}"
            state = state_of(done=task.is_done, late=task.is_late)
            yield Task(what, state, task.due, task.who, stage.goal)


def _ritual(page: Page, one: RitualRow) -> Iterator[Task]:
    """Say whether its words are ready, and which topic has its turn when."""
    what = " · ".join(filter(None, (page.ritual_name(one.kind), one.title)))
    when = f"{page.weekdays(one.weekdays)} {one.time}"
    detail = f"{when}{page.word('clause')}{page.word(f'copy-{one.copy}')}"
    state = "done" if one.copy == "ready" else "look" if one.copy == "live" else "to-do"
    yield Task(what, state, who=one.who, detail=detail, account=one.account_name)
    for day in one.days:
        if day.topic:
            yield Task(what, "to-do", day.date, one.who, day.topic, account=one.account_name)
