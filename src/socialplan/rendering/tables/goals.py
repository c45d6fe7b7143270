"""Goals with their numbers as numbers; beside them the goals of value, which have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Column, Share, list_name, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table
    from socialplan.views.goals import GoalState

    Says = tuple[Column, Callable[[GoalState], Cell]]

_SOURCES = ("platform export", "form", "pos", "survey", "manual")


def tables(page: Page) -> Iterator[Table]:
    """Lay out the goals; those of value only where there are some."""
    view, word = page.view, page.word
    if view.goals or not view.values:
        columns = (*_statement(page), *_numbers(page), *_letters(page), *_shared(page))
        name = word("goals")
        yield table_of(name, view.goals, columns, about=list_name(page, name))
    if view.values:
        columns = (*_statement(page), *_value(page), *_shared(page))
        name = word("value-goals")
        yield table_of(name, view.values, columns, about=list_name(page, name))


def _statement(page: Page) -> Iterator[Says]:
    word = page.word
    yield (
        Column(word("goal"), width=40),
        lambda one: one.goal.progress.statement or one.goal.progress.metric,
    )
    yield (
        Column(word("goals.main"), width=10),
        lambda one: "★" if one.goal.progress.is_main else "",
    )


def _numbers(page: Page) -> Iterator[Says]:
    """Say where a goal stands, by numbers that one can go on reckoning with."""
    word = page.word
    yield Column(word("metric"), width=20), lambda one: one.goal.progress.metric
    yield (
        Column(word("goals.standing"), width=14),
        lambda one: word(f"goals.standing-{one.standing}") if one.standing else "",
    )
    for heading, name in (("baseline", "start"), ("tables.now", "now"), ("target", "target")):
        yield Column(word(heading), "number", 11), _figure(name)
    yield Column(word("due"), "date", 15), lambda one: one.goal.progress.due
    yield Column(word("tables.baseline-on"), "date", 15), lambda one: one.goal.start_on
    yield Column(word("tables.now-on"), "date", 15), lambda one: one.goal.progress.now_on
    yield (
        Column(word("tables.way-done"), "number", 10),
        lambda one: _share(one.goal.progress.share),
    )
    yield (
        Column(word("tables.time-gone"), "number", 10),
        lambda one: _share(one.goal.progress.share_of_time),
    )
    yield (
        Column(word("tables.days-left"), "number", 10),
        lambda one: one.pace.days if one.pace else None,
    )
    yield Column(word("tables.per-week"), "number", 12), _per_week


def _letters(page: Page) -> Iterator[Says]:
    """Say what of SMART is there, and how the number is read and reached."""
    word, comma = page.word, page.word("comma")
    yield Column(word("tables.letters"), "number", 10), lambda one: one.score
    yield (
        Column(word("tables.missing"), width=28),
        lambda one: _parts(page, (key for letter in one.letters for key in letter.missing)),
    )
    yield (
        Column(word("milestones"), width=28, is_optional=True),
        lambda one: comma.join(_milestones(page, one)),
    )
    yield (
        Column(word("staff-targets"), width=28, is_optional=True),
        lambda one: comma.join(
            f"{it.who} {_written(page, one, it.target)}" for it in one.goal.shares
        ),
    )
    yield Column(word("data-source"), width=20), lambda one: _source(page, one.goal.data_source)
    yield Column(word("effort"), "number", 10), lambda one: one.goal.hours


def _value(page: Page) -> Iterator[Says]:
    word, semicolon = page.word, page.word("semicolon")
    yield Column(word("value-for-customers"), width=36), lambda one: one.goal.value
    yield (
        Column(word("touchpoint"), width=20),
        lambda one: word(f"touchpoint-{one.goal.touchpoint}") if one.goal.touchpoint else "",
    )
    yield Column(word("signals"), width=30), lambda one: semicolon.join(one.goal.signals)
    yield (
        Column(word("review-question"), width=30),
        lambda one: one.goal.progress.review_question,
    )
    yield Column(word("tables.missing"), width=28), lambda one: _parts(page, one.lacks)


def _shared(page: Page) -> Iterator[Says]:
    word, comma = page.word, page.word("comma")
    yield Column(word("accounts"), width=22), lambda one: comma.join(one.goal.accounts)
    yield Column(word("owner"), width=12), lambda one: one.goal.owner
    yield Column(word("evidence"), width=30), lambda one: one.goal.evidence
    yield (
        Column(word("eases"), width=30),
        lambda one: (
            " – ".join(filter(None, (one.goal.pain.persona, one.goal.pain.challenge)))
            if one.goal.pain
            else ""
        ),
    )
    yield (
        Column(word("because"), width=30),
        lambda one: one.goal.pain.because if one.goal.pain else "",
    )
    yield Column(word("guard"), width=18), lambda one: one.goal.guard
    yield Column(word("tables.posts-for-it"), "number", 10), lambda one: one.posts
    yield (
        Column(word("campaigns"), width=22, is_optional=True),
        lambda one: comma.join(one.campaigns),
    )


def _figure(name: str) -> Callable[[GoalState], Cell]:
    """Give a figure of the goal, as a share where it is one."""

    def say(one: GoalState) -> Cell:
        value: float | None = getattr(one.goal.progress, name)
        return Share(value) if value is not None and one.goal.progress.is_ratio else value

    return say


def _per_week(one: GoalState) -> Cell:
    if one.pace is None:
        return None
    value = one.pace.per_week
    return Share(round(value, 4)) if one.goal.progress.is_ratio else round(value, 2)


def _share(value: float | None) -> Share | None:
    return None if value is None else Share(round(value, 4))


def _milestones(page: Page, one: GoalState) -> Iterator[str]:
    for it in one.goal.milestones:
        day = page.dates.short(it.on) if it.on else ""
        brackets = page.in_brackets(day) if day else ""
        yield f"{_written(page, one, it.value)}{brackets}"


def _written(page: Page, one: GoalState, value: float) -> str:
    is_ratio = one.goal.progress.is_ratio
    return page.dates.percent(value) if is_ratio else page.dates.number(value)


def _parts(page: Page, keys: Iterable[str]) -> str:
    return page.word("comma").join(page.word(f"goals.part-{key}") for key in keys)


def _source(page: Page, source: str) -> str:
    return page.word(f"data-{source.replace(' ', '-')}") if source in _SOURCES else source
