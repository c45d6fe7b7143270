"""The community: whether it fits, its rules, stages, habits and prepared words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from socialplan.plan.times import day_of
from socialplan.slots.period import first_day
from socialplan.views.checklist.community import script_title
from socialplan.views.item import account_name, person_name
from socialplan.views.names import paragraph
from socialplan.views.promises import Promise, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.community import Community, Fit, Ritual, Script
    from socialplan.views import Asked

ASPECTS = ("repurchase", "topicality", "affinity")
MOST = 2
"""The best score of an aspect."""


@dataclass(frozen=True)
class Score:
    """How well the product suits a community in one respect."""

    aspect: str
    score: int
    why: str


@dataclass(frozen=True)
class FitCard:
    """The scores, and what they come to."""

    scores: tuple[Score, ...]
    total: int
    most: int
    verdict: str
    """good, partly or poor; empty while an aspect has no score."""


@dataclass(frozen=True)
class GroupRule:
    """A rule, and what happens when somebody breaks it."""

    text: str
    breach: str


@dataclass(frozen=True)
class StageRow:
    """A stage of a member's way."""

    stage: str
    goal: str
    within_days: int | None
    channels: tuple[str, ...]
    tasks: int
    tasks_done: int


@dataclass(frozen=True)
class RitualRow:
    """What recurs in the group."""

    kind: str
    title: str
    account_name: str
    owner: str
    when: Promise
    topics: tuple[str, ...]


@dataclass(frozen=True)
class ScriptCard:
    """Prepared words; for staff, a cue card of scene, words and incentive."""

    kind: str
    title: str
    scene: str
    attention: str
    benefit: str
    offer: str
    incentive: str
    lines: tuple[str, ...]
    is_ready: bool


@dataclass(frozen=True)
class EventRow:
    """Something special for members."""

    title: str
    day: date | None
    time: str
    account_name: str
    owner: str
    value: str


@dataclass(frozen=True)
class ReferralCard:
    """What members get for bringing others."""

    reward: str
    limit: str
    levels: int | None


@dataclass(frozen=True)
class GroupChapter:
    """The chapter on the community."""

    purpose: str
    groups: tuple[str, ...]
    fit: FitCard | None
    rules: tuple[GroupRule, ...]
    stages: tuple[StageRow, ...]
    rituals: tuple[RitualRow, ...]
    scripts: tuple[ScriptCard, ...]
    cue_cards: tuple[ScriptCard, ...]
    events: tuple[EventRow, ...]
    key_members: tuple[str, ...]
    referral: ReferralCard | None


def group_chapter(asked: Asked) -> GroupChapter | None:
    """Write the chapter; nothing where the plan has no community."""
    community = asked.plan.community
    if community is None:
        return None
    cards = [_script(one) for one in community.scripts]
    return GroupChapter(
        purpose=paragraph(community.purpose),
        groups=tuple(account_name(asked.plan, one, asked.language) for one in community.groups),
        fit=_fit(community.fit) if community.fit else None,
        rules=tuple(GroupRule(one.text, one.breach or "") for one in community.rules),
        stages=tuple(_stages(asked, community)),
        rituals=tuple(_ritual(asked, one) for one in community.rituals),
        scripts=tuple(one for one in cards if one.kind != "staff"),
        cue_cards=tuple(one for one in cards if one.kind == "staff"),
        events=tuple(_events(asked, community)),
        key_members=community.key_members,
        referral=ReferralCard(
            community.referral.reward or "",
            community.referral.limit or "",
            community.referral.levels,
        )
        if community.referral
        else None,
    )


def _fit(fit: Fit) -> FitCard | None:
    found = [(aspect, getattr(fit, aspect)) for aspect in ASPECTS]
    scores = tuple(Score(aspect, one.score, one.why or "") for aspect, one in found if one)
    if not scores:
        return None
    total = sum(one.score for one in scores)
    return FitCard(scores, total, MOST * len(ASPECTS), _verdict(scores, total))


def _verdict(scores: tuple[Score, ...], total: int) -> str:
    """Judge the whole: one respect that does not fit at all can only be made up for in part."""
    if len(scores) < len(ASPECTS):
        return ""
    if total < len(ASPECTS):
        return "poor"
    return "good" if total > len(ASPECTS) and all(one.score for one in scores) else "partly"


def _stages(asked: Asked, community: Community) -> Iterator[StageRow]:
    for one in community.stages:
        goal = asked.plan.goal(one.goal)
        yield StageRow(
            stage=one.stage,
            goal=((goal.statement or goal.id) if goal else one.goal) or "",
            within_days=one.within_days,
            channels=tuple(
                account_name(asked.plan, it, asked.language) if asked.plan.account(it) else it
                for it in one.channels
            ),
            tasks=len(one.tasks),
            tasks_done=sum(task.done for task in one.tasks),
        )


def _ritual(asked: Asked, one: Ritual) -> RitualRow:
    start = first_day(asked.plan, asked.today)
    return RitualRow(
        kind=one.kind or "",
        title=one.title or "",
        account_name=account_name(asked.plan, one.account, asked.language) if one.account else "",
        owner=person_name(asked.plan, one.owner) if one.owner else "",
        when=Promise(None, "", times_of(one, start)),
        topics=one.topics,
    )


def _script(one: Script) -> ScriptCard:
    return ScriptCard(
        kind=one.kind or "",
        title=script_title(one),
        scene=one.scene or "",
        attention=one.attention or "",
        benefit=one.benefit or "",
        offer=one.offer or "",
        incentive=one.incentive or "",
        lines=tuple(line for line in (one.text or "").splitlines() if line.strip()),
        is_ready=one.ready,
    )


def _events(asked: Asked, community: Community) -> Iterator[EventRow]:
    for one in sorted(community.events, key=lambda it: day_of(it.at) if it.at else date.max):
        yield EventRow(
            title=one.title,
            day=day_of(one.at) if one.at else None,
            time=f"{one.at:%H:%M}" if hasattr(one.at, "hour") else "",
            account_name=account_name(asked.plan, one.account, asked.language)
            if one.account
            else "",
            owner=person_name(asked.plan, one.owner) if one.owner else "",
            value=one.value or "",
        )
