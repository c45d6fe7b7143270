"""Discover: what is known, what is believed, what is to be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, label, person_name
from socialplan.views.names import metric_named, platform_name
from socialplan.views.progress import GoalProgress, progress_of

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal, Reading, StaffTarget
    from socialplan.plan.insights import Competitor
    from socialplan.views import Asked


@dataclass(frozen=True)
class Learnt:
    """An insight, or an assumption with the day until which it is believed."""

    statement: str
    evidence: str
    as_of: date | None
    expires: date | None
    is_expired: bool


@dataclass(frozen=True)
class Milestone:
    """What is to be reached on the way."""

    on: date | None
    value: float


@dataclass(frozen=True)
class Share:
    """The part of a goal that a person or a shop is to reach."""

    who: str
    target: float


@dataclass(frozen=True)
class Pain:
    """Whose pain a goal eases, and why reaching it does."""

    persona: str
    challenge: str
    because: str


@dataclass(frozen=True)
class GoalCard:
    """A goal of either kind; of a value goal the numbers are empty."""

    progress: GoalProgress
    start_on: date | None
    accounts: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    shares: tuple[Share, ...]
    data_source: str
    evidence: str
    hours: float | None
    owner: str
    guard: str
    pain: Pain | None
    touchpoint: str
    value: str
    signals: tuple[str, ...]

    @property
    def is_value(self) -> bool:
        return self.progress.kind == "value"


@dataclass(frozen=True)
class PeerPost:
    """A post of a peer that was answered."""

    title: str
    url: str
    likes: int | None
    comments: int | None
    shares: int | None
    learn: str


@dataclass(frozen=True)
class Peer:
    """A peer on the idea board; its posts with most interaction first."""

    name: str
    platform: str
    url: str
    learn: str
    posts: tuple[PeerPost, ...]


@dataclass(frozen=True)
class Discover:
    """The first chapter."""

    insights: tuple[Learnt, ...]
    assumptions: tuple[Learnt, ...]
    goals: tuple[GoalCard, ...]
    values: tuple[GoalCard, ...]
    peers: tuple[Peer, ...]


def discover(asked: Asked) -> Discover:
    """Write the first chapter; the main goal comes first."""
    plan = asked.plan
    cards = [goal_card(asked, goal) for goal in sorted(asked.goals, key=lambda one: not one.main)]
    return Discover(
        insights=tuple(
            Learnt(one.statement, one.evidence or "", one.as_of, None, is_expired=False)
            for one in plan.insights
        ),
        assumptions=tuple(
            Learnt(
                one.statement,
                one.evidence or "",
                None,
                one.expires,
                is_expired=one.expires is not None and one.expires < asked.today,
            )
            for one in plan.assumptions
        ),
        goals=tuple(card for card in cards if not card.is_value),
        values=tuple(card for card in cards if card.is_value),
        peers=tuple(_peer(one, asked.language) for one in plan.competitors),
    )


def goal_card(asked: Asked, goal: Goal) -> GoalCard:
    """Write down a goal."""
    plan = asked.plan
    return GoalCard(
        progress=progress_of(plan, goal, asked.today, asked.language),
        start_on=goal.baseline.date if goal.baseline else None,
        accounts=tuple(account_name(plan, one, asked.language) for one in goal.accounts),
        milestones=tuple(_milestone(one) for one in goal.milestones),
        shares=tuple(share_of(plan, one) for one in goal.staff_targets),
        data_source=goal.data_source or "",
        evidence=goal.evidence or "",
        hours=goal.hours,
        owner=person_name(plan, goal.owner) if goal.owner else "",
        guard=metric_named(goal.guard, asked.language),
        pain=_pain(plan, goal),
        touchpoint=goal.touchpoint or "",
        value=goal.value or "",
        signals=goal.signals,
    )


def _milestone(one: Reading) -> Milestone:
    return Milestone(one.date, one.value)


def share_of(plan: Plan, one: StaffTarget) -> Share:
    """Say what a shop or a person is to reach."""
    person = person_name(plan, one.person) if one.person else ""
    return Share(" · ".join(name for name in (one.store, person) if name), one.target)


def _pain(plan: Plan, goal: Goal) -> Pain | None:
    """Find the challenge by its id or its exact text."""
    if not (goal.persona or goal.challenge or goal.because):
        return None
    persona = plan.persona(goal.persona)
    known = persona.challenges if persona else ()
    text = next((one.text for one in known if goal.challenge in (one.id, one.text)), goal.challenge)
    return Pain(label(persona) or goal.persona or "", text or "", goal.because or "")


def _peer(one: Competitor, language: str) -> Peer:
    posts = sorted(
        one.posts, key=lambda it: -((it.likes or 0) + (it.comments or 0) + (it.shares or 0))
    )
    return Peer(
        name=one.name,
        platform=platform_name(one.platform, language),
        url=one.url or "",
        learn=one.learn or "",
        posts=tuple(
            PeerPost(it.title or "", it.url or "", it.likes, it.comments, it.shares, it.learn or "")
            for it in posts
        ),
    )
