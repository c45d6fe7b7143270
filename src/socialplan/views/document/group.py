"""The community: whether it fits, its rules, stages, habits and prepared words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from socialplan.slots.period import first_day
from socialplan.views.community.agreements import (
    GroupRule,
    ReferralCard,
    group_rules,
    referral_card,
)
from socialplan.views.community.events import EventRow, event_rows
from socialplan.views.community.fit import FitCard, fit_card
from socialplan.views.community.scripts import ScriptCard, script_card
from socialplan.views.community.stages import stage_tasks
from socialplan.views.filtering import Filter
from socialplan.views.item import account_name, person_name
from socialplan.views.names import paragraph
from socialplan.views.promises import Promise, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.community import Ritual
    from socialplan.views import Asked


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
    cards = [script_card(one) for one in community.scripts]
    return GroupChapter(
        purpose=paragraph(community.purpose),
        groups=tuple(account_name(asked.plan, one, asked.language) for one in community.groups),
        fit=fit_card(community),
        rules=group_rules(community),
        stages=tuple(_stages(asked)),
        rituals=tuple(_ritual(asked, one) for one in community.rituals),
        scripts=tuple(one for one in cards if one.kind != "staff"),
        cue_cards=tuple(one for one in cards if one.kind == "staff"),
        events=event_rows(asked),
        key_members=community.key_members,
        referral=referral_card(community),
    )


def _stages(asked: Asked) -> Iterator[StageRow]:
    """Count the tasks of each stage, whoever does them."""
    for one in stage_tasks(replace(asked, filter=Filter())):
        yield StageRow(one.stage, one.goal, one.within_days, one.channels, len(one.tasks), one.done)


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
