"""What comes back: the batch day, the review, and what a plan needs before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.checklist.task import Task, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rendering.page import Page
    from socialplan.views.checklist.batch import BatchDay, NextItem
    from socialplan.views.checklist.readiness import Readiness
    from socialplan.views.checklist.review import GoalToRead, Review

_SOURCES = ("platform export", "form", "pos", "survey", "manual")


def of_batch(page: Page, batch: BatchDay) -> Iterator[Task]:
    """List the work of the batch day."""
    word, comma = page.word, page.word("comma")
    who = comma.join(batch.who)

    def task(what: str, detail: str = "") -> Task:
        return Task(word(what), "to-do", batch.day, who, detail)

    if batch.day is None:
        yield Task(word("batch-no-day"))
    yield from (_next(page, one, batch) for one in batch.next_items)
    yield task("batch-read", comma.join(batch.sources))
    for item in batch.unread:
        read = task("batch-read-post")
        yield read._replace(post=item.title, account=item.account_name, goes_out=item.at)
    for inbox in batch.inboxes:
        within = word("reply-within", time=inbox.reply_within) if inbox.reply_within else ""
        answer = task("batch-replies", within)
        yield answer._replace(who=inbox.who, account=inbox.account_name)
    yield task("batch-backlog")
    yield task("batch-sober")
    for one in batch.blackouts:
        span = page.dates.span(one.first, one.last)
        said = f"{word('batch-quiet')}{word('colon')}{span}"
        yield Task(said, "look", batch.day, who, one.why)


def _next(page: Page, one: NextItem, batch: BatchDay) -> Task:
    is_ready = one.is_ready and not one.is_queued
    said = "ready-to-schedule" if is_ready else f"status-{one.item.status}"
    return Task(
        page.word("piece-schedule"),
        state_of(done=one.is_queued),
        batch.day,
        page.word("comma").join(batch.who),
        page.word(said),
        one.item.title,
        one.item.account_name,
        one.item.at,
    )


def of_review(page: Page, review: Review) -> Iterator[Task]:
    """List what the next review looks at."""
    word, day = page.word, review.due
    state = "late" if review.is_late else "to-do"
    if day is None:
        yield Task(word("review-no-rhythm"))
    if review.last and review.last.change:
        yield Task(word("review-did"), state, day, detail=review.last.change)
    yield from (_goal(page, one)._replace(state=state, due=day) for one in review.goals)
    for value in review.values:
        signals = word("semicolon").join(value.signals)
        yield Task(value.question or value.statement, state, day, detail=signals)
    yield from (Task(question, state, day) for question in review.questions)
    if review.peers:
        yield Task(word("review-peers", peers=review.peers), state, day)
    yield Task(word("review-log"), state, day)
    for one in review.assumptions:
        key = "expired-on" if one.is_expired else "expires-on"
        said = word(key, day=page.dates.day(one.expires))
        yield Task(word("review-assumptions"), state, day, detail=f"{one.statement} – {said}")


def _goal(page: Page, goal: GoalToRead) -> Task:
    """Say which number is read, where it stands, and where it is to be."""
    one, word = goal.progress, page.word

    def number(value: float) -> str:
        return page.dates.percent(value) if one.is_ratio else page.dates.number(value)

    figures = [number(value) for value in (one.now, one.target) if value is not None]
    parts = [" ".join(filter(None, (one.metric, " → ".join(figures))))]
    if goal.next_on is not None and goal.next_value is not None:
        day, value = page.dates.short(goal.next_on), number(goal.next_value)
        parts.append(word("milestone-next", day=day, value=value))
    if goal.data_source:
        parts.append(word("read-at", source=_source(page, goal.data_source)))
    if goal.guard:
        parts.append(word("guarded-by", metric=goal.guard))
    account = word("comma").join(goal.accounts)
    return Task(one.statement, detail=word("clause").join(filter(None, parts)), account=account)


def _source(page: Page, source: str) -> str:
    return page.word(f"data-{source.replace(' ', '-')}") if source in _SOURCES else source


def of_readiness(page: Page, ready: Readiness) -> Iterator[Task]:
    """List what a plan and a community need before they begin."""
    points = [(page.word(one.what), one.state, one.missing) for one in ready.steps]
    points += [
        (page.word(f"stage4-{one.stage}"), "missing" if one.missing else "done", one.missing)
        for one in ready.gates
    ]
    points += [(page.word(one.what), one.state, one.missing) for one in ready.community]
    for what, state, missing in points:
        names = page.word("comma").join(page.word(f"step-{name}") for name in missing)
        detail = f"{page.word('still-missing')}{names}" if names else ""
        yield Task(what, {"missing": "to-do"}.get(state, state), detail=detail)
