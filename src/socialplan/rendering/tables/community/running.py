"""What happens in the groups, and the work that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.checklist.task import STATES, state_of
from socialplan.rendering.tables.posts import BUBBLE
from socialplan.rendering.tables.table import Choice, Column, list_name, table_of

if TYPE_CHECKING:
    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table
    from socialplan.views.community import CommunityView
    from socialplan.views.community.run_entry import RunEntry
    from socialplan.views.community.writing import AheadCopy


def run_sheet(page: Page) -> Table:
    """List what happens by time, with the words to paste."""
    view: CommunityView = page.view
    word = page.word
    zone = Column(word("tables.zone"), width=18, is_optional=True)
    name = word("community.run-sheet")
    return table_of(
        name,
        [entry for day in view.days for entry in day.entries],
        (
            (Column(word("date"), "date", 15), lambda one: one.date),
            (Column(word("time"), "time", 7), lambda one: one.at and one.at.time()),
            (zone, lambda one: one.zone if view.has_zones else ""),
            (Column(word("account"), width=20), lambda one: one.account_name),
            (Column(word("tables.kind"), width=12), lambda one: _kind(page, one)),
            (Column(word("title"), width=28), lambda one: one.title),
            (Column(word("tables.topic"), width=22), lambda one: one.topic),
            (Column(word("owner"), width=14), lambda one: one.who),
            (Column(word("status"), width=16), lambda one: _state(page, one.status, one.state)),
            (Column(word("tables.words"), width=54), _words),
            (Column(word("sheet-remarks"), width=22), lambda one: one.note),
        ),
        about=list_name(page, name),
        frozen=2,
        parted_by=0,
    )


def ahead(page: Page) -> Table:
    """List what can be written before its day."""
    word, name = page.word, page.word("community.ahead")
    return table_of(
        name,
        page.view.ahead,
        (
            (Column(word("due"), "date", 15), lambda one: one.needed),
            (Column(word("tables.kind"), width=14), lambda one: _script_kind(page, one)),
            (Column(word("title"), width=44), lambda one: one.title),
            (Column(word("owner"), width=16), lambda one: one.who),
            (Column(word("status"), width=20), lambda one: _state(page, one.status, one.state)),
        ),
        about=list_name(page, name),
    )


def tasks(page: Page) -> Table:
    """List the tasks of all stages."""
    word, name = page.word, page.word("community.stages")
    choices = tuple(Choice(word(f"tables.state-{key}"), tone) for key, tone in STATES.items())
    return table_of(
        name,
        [(stage, task) for stage in page.view.stages for task in stage.tasks],
        (
            (Column(word("stage"), width=10), lambda one: word(f"stage-{one[0].stage}")),
            (
                Column(word("status"), "choice", 12, choices),
                lambda one: word(
                    f"tables.state-{state_of(done=one[1].is_done, late=one[1].is_late)}"
                ),
            ),
            (Column(word("tables.task"), width=48), lambda one: one[1].what),
            (Column(word("owner"), width=16), lambda one: one[1].who),
            (Column(word("due"), "date", 15), lambda one: one[1].due),
            (Column(word("effort"), "number", 10), lambda one: one[1].hours),
            (Column(word("goal"), width=40), lambda one: one[1].goal or one[0].goal),
            (Column(word("within"), "number", 10), lambda one: one[0].within_days),
            (
                Column(word("channels"), width=24),
                lambda one: word("comma").join(one[0].channels),
            ),
        ),
        about=list_name(page, name),
        parted_by=0,
    )


def _kind(page: Page, entry: RunEntry) -> str:
    if entry.what == "ritual":
        return page.ritual_name(entry.kind)
    if entry.what == "event":
        return page.word("community.event")
    return page.format_name(entry.kind) if entry.kind else page.word("community.post")


def _script_kind(page: Page, one: AheadCopy) -> str:
    if not one.kind:
        return ""
    return page.word("community.post" if one.kind == "post" else f"script-{one.kind}")


def _state(page: Page, status: str, state: str) -> str:
    """Say how far a post is; of what is no post, how far its words are."""
    if not status:
        return page.word(f"community.state-{state}")
    said = page.word(f"status-{status}")
    if state == "no-copy" and status != "open":
        said += page.word("comma") + page.word("community.state-no-copy")
    return said


def _words(entry: RunEntry) -> str:
    return BUBBLE.join(text for copy in entry.copies for text in copy.texts)
