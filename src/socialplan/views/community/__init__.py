"""What the one who runs a group works from: the run sheet, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from socialplan.views.charts import Figure, funnel_figure
from socialplan.views.community.agreements import (
    GroupRule,
    ReferralCard,
    group_rules,
    referral_card,
)
from socialplan.views.community.events import EventRow, event_rows
from socialplan.views.community.fit import FitCard, fit_card
from socialplan.views.community.groups import GroupCard, group_cards
from socialplan.views.community.run_sheet import RunDay, next_day, run_days
from socialplan.views.community.scripts import ScriptCard, script_card
from socialplan.views.community.staff import StaffGoal, staff_goals
from socialplan.views.community.stages import StageTasks, stage_tasks
from socialplan.views.community.writing import AheadCopy, DayCopy, ahead, on_the_day
from socialplan.views.document.define import SegmentRow, segment_rows
from socialplan.views.funnel import STEPS, FunnelRow, funnel_of
from socialplan.views.names import paragraph
from socialplan.views.window import week_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.community import Community
    from socialplan.views import Asked


@dataclass(frozen=True)
class CommunityView:
    """The sheets of the groups; of a page filtered for posts only what goes out."""

    title: str
    first: date
    last: date
    week: str
    """The ISO week, if the days are just that; else empty."""
    today: date
    purpose: str
    groups: tuple[GroupCard, ...]
    days: tuple[RunDay, ...]
    next_day: date | None
    """Where these days hold nothing, the next one that does."""
    ahead: tuple[AheadCopy, ...]
    on_the_day: tuple[DayCopy, ...]
    stages: tuple[StageTasks, ...]
    steps: tuple[FunnelRow, ...]
    missing_steps: tuple[str, ...]
    """Of the six steps those that the funnel leaves out; empty where it has none at all."""
    path: tuple[FunnelRow, ...]
    chart: Figure | None
    """The rates of steps and paths, to be drawn."""
    fit: FitCard | None
    rules: tuple[GroupRule, ...]
    scripts: tuple[ScriptCard, ...]
    cue_cards: tuple[ScriptCard, ...]
    """Scripts for staff, by scene."""
    staff_goals: tuple[StaffGoal, ...]
    events: tuple[EventRow, ...]
    segments: tuple[SegmentRow, ...]
    key_members: tuple[str, ...]
    referral: ReferralCard | None
    missing: tuple[str, ...]
    """What the plan does not say yet of its groups; `all` where it says nothing."""

    @cached_property
    def is_empty(self) -> bool:
        """Whether these days hold nothing."""
        return not any(day.entries for day in self.days)

    @cached_property
    def has_zones(self) -> bool:
        """Whether times are of more than one zone, so that each has to say its own."""
        return len({one.zone for day in self.days for one in day.entries}) > 1

    @property
    def late(self) -> int:
        """How many tasks of the stages are late."""
        return sum(one.late for one in self.stages)


def community(asked: Asked) -> CommunityView:
    """Make the sheets of the window."""
    plan, chosen = asked.plan, asked.filter
    days = run_days(asked)
    of_posts = bool(chosen.persona or chosen.status or chosen.campaign)
    behind = None if of_posts else plan.community
    funnel = () if of_posts else funnel_of(plan)
    steps = tuple(one for one in funnel if one.step)
    cards = [script_card(one) for one in behind.scripts] if behind else []
    return CommunityView(
        title=plan.title,
        first=asked.window.first,
        last=asked.window.last,
        week=week_name(asked.window),
        today=asked.today,
        purpose=paragraph(behind.purpose) if behind else "",
        groups=group_cards(asked),
        days=days,
        next_day=None if any(day.entries for day in days) else next_day(asked),
        ahead=ahead(asked, days),
        on_the_day=on_the_day(days),
        stages=() if of_posts else _stages(asked),
        steps=steps,
        missing_steps=_missing_steps(steps),
        path=tuple(one for one in funnel if not one.step),
        chart=None if of_posts else funnel_figure(asked),
        fit=fit_card(behind) if behind else None,
        rules=group_rules(behind) if behind else (),
        scripts=tuple(one for one in cards if one.kind != "staff"),
        cue_cards=tuple(one for one in cards if one.kind == "staff"),
        staff_goals=() if of_posts else staff_goals(asked),
        events=() if of_posts else event_rows(asked),
        segments=segment_rows(plan) if behind else (),
        key_members=behind.key_members if behind else (),
        referral=referral_card(behind) if behind else None,
        missing=tuple(_missing(plan, plan.community)) if chosen.is_empty else (),
    )


def _stages(asked: Asked) -> tuple[StageTasks, ...]:
    """List all stages; for somebody's page those that hold a task of theirs."""
    found = stage_tasks(asked)
    return tuple(one for one in found if one.tasks) if asked.filter.assignee else found


def _missing_steps(steps: tuple[FunnelRow, ...]) -> tuple[str, ...]:
    there = {one.step for one in steps}
    return tuple(step for step in STEPS if step not in there) if there else ()


def _missing(plan: Plan, community: Community | None) -> Iterator[str]:
    """Name what is not there yet, in the order in which a group is set up."""
    if community is None:
        yield "all"
        return
    parts = ("purpose", "fit", "groups", "rules", "stages", "rituals", "scripts", "events")
    yield from (name for name in parts if not getattr(community, name))
    if not plan.funnel:
        yield "funnel"
    if community.referral is None:
        yield "referral"
