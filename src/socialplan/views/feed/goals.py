"""Goals as whole days: when each is due, and the milestones on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.views.feed import Detail, Event, Feed
from socialplan.views.feed.making import Identities, feed_of
from socialplan.views.feed.whole_days import day_after
from socialplan.views.item import account_name, person_name
from socialplan.views.progress import progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan.goals import Goal
    from socialplan.views import Asked


def goals(asked: Asked) -> Feed:
    """Gather the days of the window on which goals want looking at."""
    identities = Identities(asked.plan)
    events = [
        event
        for goal in asked.goals
        if _is_wanted(asked, goal)
        for event in _days(asked, goal, identities)
    ]
    return feed_of(asked, "goals", identities, events=tuple(events), todos=())


def _is_wanted(asked: Asked, goal: Goal) -> bool:
    """Compare a goal with the filter; one without accounts is everybody's."""
    accounts, people, personas = asked.filter.account, asked.filter.assignee, asked.filter.persona
    return (
        (not accounts or not goal.accounts or not set(accounts).isdisjoint(goal.accounts))
        and (not people or goal.owner in people)
        and (not personas or goal.persona in personas)
    )


def _days(asked: Asked, goal: Goal, identities: Identities) -> Iterator[Event]:
    name = goal.id or goal.statement or ""
    numbered = [(f"milestone-{n}", one.date, one.value) for n, one in enumerate(goal.milestones)]
    for key, day, value in (*numbered, ("due", goal.due, goal.target)):
        if day is not None and asked.window.first <= day <= asked.window.last:
            kind = "goal" if key == "due" else "milestone"
            yield _event(asked, goal, kind, identities.new("goal", name, key), day, value)


def _event(asked: Asked, goal: Goal, kind: str, uid: str, day: date, value: float | None) -> Event:
    plan = asked.plan
    progress = progress_of(plan, goal, asked.today, asked.language)
    named = [account_name(plan, one, asked.language) for one in goal.accounts]
    details = [Detail("metric", progress.metric)] if progress.metric else []
    for what, figure in (("target", value), ("now", progress.now)):
        if figure is not None:
            details.append(Detail(what, figure, progress.is_ratio))
    details += [Detail("owner", person_name(plan, goal.owner))] if goal.owner else []
    details += [Detail("accounts", tuple(named))] if named else []
    details += [Detail("question", goal.review_question)] if goal.review_question else []
    return Event(
        uid=uid,
        kind=kind,
        start=day,
        end=day_after(day),
        title=progress.statement,
        is_free=True,
        details=tuple(details),
    )
