"""The words of events and to-dos: plain text, for calendar programs show no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.escaping import for_terminal, lines_for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.rendering.page import Page
    from socialplan.views.feed import Detail, Event, Feed, Todo
    from socialplan.views.item import Item

BETWEEN = " · "


def clean(text: str) -> str:
    """Show control characters and what reorders text instead of sending them on; keep lines."""
    return lines_for_terminal(text)


def name_of_feed(page: Page, feed: Feed) -> str:
    """Name a calendar by its plan, and by what it is narrowed to."""
    what = () if feed.kind == "calendar" else (page.word(f"ics.{feed.kind}"),)
    chosen = page.word("comma").join((*feed.chosen, *(_state(page, one) for one in feed.statuses)))
    return for_terminal(BETWEEN.join(part for part in (feed.title, *what, chosen) if part))


def about_feed(page: Page, feed: Feed) -> str:
    """Say what a calendar leaves out."""
    ideas = [page.word("ics.ideas-elsewhere", count=feed.ideas)] if feed.ideas else []
    return "\n".join((*ideas, *(page.unknown(one) for one in feed.unknown)))


def summary(page: Page, event: Event) -> str:
    """Say an event in one line: how far it is, where, what."""
    what, title = _what(page, event), event.title
    if event.kind == "slot" or (event.kind == "ritual" and not title):
        title = BETWEEN.join(part for part in (what, title) if part)
        what = ""
    if event.kind == "occasion" and event.is_sober:
        title += page.word("no-promotion")
    head = BETWEEN.join(part for part in (event.place, what) if part)
    said = page.word("colon").join(part for part in (head, title) if part)
    mark = page.mark(event.state) if event.kind in ("post", "slot") else ""
    return for_terminal(f"{mark} {said}" if mark else said)


def _what(page: Page, event: Event) -> str:
    """Name the kind of an event, where its title does not say it."""
    if event.kind == "slot":
        named = page.word("open-slot"), page.format_name(event.format)
        return BETWEEN.join(part for part in named if part)
    if event.kind == "ritual":
        kind = page.ritual_name(event.format)
        return "" if event.title.startswith(kind) else kind  # 早报：… is not called a 早报 again
    if event.kind == "milestone":
        figures = [_value(page, one) for one in event.details if one.what == "target"]
        return " ".join((page.word("ics.milestone"), *figures))
    if event.kind in ("batch", "review", "blackout", "goal"):
        return page.word(f"ics.{event.kind}")
    return ""


def description(page: Page, event: Event) -> str:
    """Say more of an event: how far it is, the words, the next week, the rest line by line."""
    state = []
    if event.kind == "post":
        named = f"{page.mark(event.state)} {_state(page, event.state)}"
        format_name = page.format_name(event.format)
        state = [_line(page, "status", BETWEEN.join(part for part in (named, format_name) if part))]
    week = [_next_week(page, event.items)] if event.kind == "batch" else []
    return _paragraphs((*state, event.text, *week, _lines(page, event.details)))


def todo_summary(page: Page, todo: Todo) -> str:
    """Say a to-do in one line: what to do, for what."""
    head = page.word(f"ics.todo-{todo.kind}")
    about = page.word("colon").join(part for part in (todo.place, todo.title) if part)
    return for_terminal(BETWEEN.join(part for part in (head, about) if part))


def todo_description(page: Page, todo: Todo) -> str:
    """Say who does it, and what it is for."""
    return _paragraphs((_lines(page, todo.details),))


def categories(page: Page, state: str, labels: Iterable[str]) -> list[str]:
    """Name what a program may group by: the status first, then the plan's own names."""
    named = [_state(page, state)] if state else []
    return [for_terminal(one) for one in dict.fromkeys((*named, *labels)) if one.strip()]


def _state(page: Page, state: str) -> str:
    for key in (f"status-{state}", f"occasion-{state}", state):
        try:
            return page.word(key)
        except KeyError:
            continue
    return ""


def _next_week(page: Page, items: Iterable[Item]) -> str:
    lines = [
        f"{page.mark(one.status)} {page.dates.brief(one.at.date())} {_time(page, one)} "
        f"{one.account_name}{page.word('colon')}{one.title or page.word('open-slot')}"
        for one in items
        if one.at is not None
    ]
    if not lines:
        return page.word("ics.nothing-next-week")
    return "\n".join((page.word("ics.next-week"), *map(for_terminal, lines)))


def _time(page: Page, item: Item) -> str:
    """Give the time of a post, with its zone where that is not the plan's own."""
    return item.time if item.zone == page.view.timezone else f"{item.time} ({item.zone})"


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(clean(part).strip("\n") for part in parts if part.strip())


def _lines(page: Page, details: Iterable[Detail]) -> str:
    return "\n".join(_said(page, details))


def _said(page: Page, details: Iterable[Detail]) -> Iterator[str]:
    for one in details:
        yield _line(page, f"detail-{one.what}", _value(page, one))


def _line(page: Page, key: str, value: str) -> str:
    return f"{page.word(f'ics.{key}')}{page.word('colon')}{value}"


def _value(page: Page, one: Detail) -> str:
    if isinstance(one.value, str):
        return one.value
    if isinstance(one.value, tuple):
        return page.word("semicolon").join(one.value)
    return page.dates.percent(one.value) if one.is_ratio else page.dates.number(one.value)
