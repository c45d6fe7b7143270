"""Goals: what each is, how far it is, whether it will get there, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.charts import Figure, goals_figure
from socialplan.views.document.discover import GoalCard, goal_card
from socialplan.views.item import label
from socialplan.views.pace import Pace, Point, expected_on, has_begun, pace_of, readings_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from socialplan.plan.goals import Goal
    from socialplan.views import Asked
    from socialplan.views.progress import GoalProgress

OLD = 45
"""Days after which a reading says little of today."""
CLOSE = 0.05
"""Share of the whole way by which a reading may stay behind and still be on track."""
ENOUGH = 3
"""Readings from which on a history says what is usual."""


@dataclass(frozen=True)
class Letter:
    """One letter of SMART, and what of it is there, by keys."""

    letter: str
    done: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """A goal's number over time, for a chart: what was read, and the way that is left."""

    readings: tuple[Point, ...]
    way: tuple[Point, ...]
    """From the last reading over the milestones still to come to the target."""


@dataclass(frozen=True)
class GoalState:
    """A goal, and how it stands."""

    id: str
    goal: GoalCard
    standing: str
    """reached, on-track, behind, missed, no-reading (none since the baseline), not-begun or
    unknown; empty for a goal of value."""
    expected: float | None
    """What the number should have been on the day of the last reading."""
    age: int | None
    """Days since the last reading."""
    is_old: bool
    """Whether the last reading says little of today."""
    unread: Point | None
    """A milestone that has passed since the last reading."""
    pace: Pace | None
    letters: tuple[Letter, ...]
    """Empty for a goal of value, which no number judges."""
    lacks: tuple[str, ...]
    """Of a goal of value: what is missing, by keys."""
    posts: int
    """Posts that serve it and are still meant, or out."""
    campaigns: tuple[str, ...]
    course: Course | None

    @property
    def score(self) -> int:
        """How many letters of SMART are complete."""
        return sum(not one.missing for one in self.letters)


@dataclass(frozen=True)
class GoalsView:
    """The main goal first, then the others, then goals of value."""

    title: str
    today: date
    first: date
    last: date
    """The days that the plan covers."""
    goals: tuple[GoalState, ...]
    values: tuple[GoalState, ...]
    hours: float
    """Hours of work that all goals take."""
    hours_there: float
    """Hours that the team has over the plan's days; 0 where nobody says."""
    figure: Figure | None
    """How far each is, beside how much of its time has gone."""
    nothing: str
    """Why there is no goal: bare or filtered; empty if there is one."""


def goals(asked: Asked) -> GoalsView:
    """Judge the goals; of a filter, accounts and personas count."""
    plan = asked.plan
    chosen = [goal for goal in asked.goals if _is_asked_for(asked, goal)]
    states = [_state(asked, goal) for goal in sorted(chosen, key=lambda one: not one.main)]
    first, last = asked.calendar.period
    weeks = ((last - first).days + 1) / 7
    return GoalsView(
        title=plan.title,
        today=asked.today,
        first=first,
        last=last,
        goals=tuple(one for one in states if not one.goal.is_value),
        values=tuple(one for one in states if one.goal.is_value),
        hours=sum(goal.hours or 0 for goal in chosen),
        hours_there=round(weeks * sum(one.hours_per_week or 0 for one in plan.team)),
        figure=goals_figure(asked, chosen),
        nothing="" if states else "filtered" if plan.goals else "bare",
    )


def _is_asked_for(asked: Asked, goal: Goal) -> bool:
    accounts, personas = asked.filter.account, asked.filter.persona
    on_account = not accounts or not goal.accounts or not set(accounts).isdisjoint(goal.accounts)
    return on_account and (not personas or goal.persona in personas)


def _state(asked: Asked, goal: Goal) -> GoalState:
    card = goal_card(asked, goal)
    is_value = card.is_value
    read = readings_until(goal, asked.today)
    latest = read[-1] if read else None
    age = (asked.today - latest.day).days if latest else None
    expected = expected_on(goal, latest.day) if latest else None
    return GoalState(
        id=goal.id or "",
        goal=card,
        standing="" if is_value else _standing(asked.today, goal, card.progress, read, expected),
        expected=expected,
        age=age,
        is_old=age is not None and age > OLD,
        unread=None if is_value else _unread(goal, latest, asked.today),
        pace=None if is_value else pace_of(goal, asked.today),
        letters=() if is_value else tuple(_letters(goal)),
        lacks=tuple(_lacks(goal)) if is_value else (),
        posts=_posts(asked, goal),
        campaigns=tuple(
            label(one) or "" for one in asked.plan.campaigns if goal.id and one.goal == goal.id
        ),
        course=_course(goal, read),
    )


def _standing(
    today: date,
    goal: Goal,
    progress: GoalProgress,
    read: tuple[Point, ...],
    expected: float | None,
) -> str:
    """Compare the last reading with what was to be expected on its day, never with today's."""
    start, now, target = progress.start, progress.now, goal.target
    if start is None or now is None or target is None or start == target:
        return "unknown"
    up = 1 if target > start else -1
    if up * (now - target) >= 0:
        return "reached"
    if goal.due is not None and today > goal.due:
        return "missed"
    if not has_begun(goal, today):
        return "not-begun"
    if not read or (goal.baseline and read[-1].day == goal.baseline.date):
        return "no-reading"
    if expected is None:
        return "unknown"
    slack = CLOSE * abs(target - start)
    return "on-track" if up * (now - expected) >= -slack else "behind"


def _unread(goal: Goal, latest: Point | None, today: date) -> Point | None:
    """Find the latest milestone of which nobody knows whether it was reached."""
    passed = [
        Point(one.date, one.value)
        for one in goal.milestones
        if one.date is not None and one.date < today and (not latest or one.date > latest.day)
    ]
    return max(passed, default=None)


def _letters(goal: Goal) -> Iterator[Letter]:
    """Ask of each letter what it takes."""
    baseline = goal.baseline
    dated = [one for one in (*goal.history, baseline) if one is not None and one.date]
    asked: Mapping[str, Mapping[str, object]] = {
        "S": {"statement": goal.statement, "metric": goal.metric, "accounts": goal.accounts},
        "M": {
            "target": goal.target is not None,
            "baseline": baseline is not None and baseline.date,
            "data-source": goal.data_source,
        },
        "A": {"evidence": goal.evidence or len(dated) >= ENOUGH},
        "R": {"challenge": goal.persona and goal.challenge, "because": goal.because},
        "T": {"due": goal.due, "hours": goal.hours},
    }
    for letter, parts in asked.items():
        yield Letter(
            letter,
            tuple(key for key, there in parts.items() if there),
            tuple(key for key, there in parts.items() if not there),
        )


def _lacks(goal: Goal) -> Iterator[str]:
    parts = {
        "touchpoint": goal.touchpoint,
        "value": goal.value,
        "signals": goal.signals,
        "review-question": goal.review_question,
    }
    return (key for key, there in parts.items() if not there)


def _posts(asked: Asked, goal: Goal) -> int:
    """Count the posts that serve a goal, by themselves or by the campaign that they are part of."""
    if not goal.id:
        return 0
    campaigns = {one.id: one.goal for one in asked.plan.campaigns if one.id}
    meant = (one for one in asked.plan.posts if one.state not in ("cancelled", "on_hold"))
    return sum((one.goal or campaigns.get(one.campaign or "")) == goal.id for one in meant)


def _course(goal: Goal, read: tuple[Point, ...]) -> Course | None:
    """Lay out readings and way, where there is more than a point."""
    if not read:
        return None
    ahead = sorted(
        Point(one.date, one.value)
        for one in goal.milestones
        if one.date is not None and one.date > read[-1].day
    )
    if goal.due is not None and goal.target is not None and goal.due > read[-1].day:
        ahead = [*(one for one in ahead if one.day < goal.due), Point(goal.due, goal.target)]
    way = (read[-1], *ahead) if ahead else ()
    return Course(read, way) if len(read) + len(ahead) > 1 else None
