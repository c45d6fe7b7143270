"""The group: tasks by stage, copy that can be written ahead, and what only the day can bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.community import Ritual, Script
    from socialplan.slots import Slot
    from socialplan.views import Asked

COPY_FOR = {"task-reminder": "task", "introduction": "introduction", "rules-reminder": "rules"}
"""Which script a ritual needs; it can be written ahead."""
ON_THE_DAY = ("morning-report", "evening-report")
"""Reports tell what happened, so nobody can write them before it has."""


@dataclass(frozen=True)
class TaskRow:
    """One task of a stage."""

    what: str
    who: str
    due: date | None
    is_done: bool
    is_late: bool


@dataclass(frozen=True)
class StageTasks:
    """The tasks of a stage, and the goal that they serve."""

    stage: str
    goal: str
    within_days: int | None
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True)
class ScriptRow:
    """Copy that is prepared once."""

    kind: str
    title: str
    is_ready: bool


@dataclass(frozen=True)
class RitualDay:
    """A day of a ritual, and the topic whose turn it is."""

    date: date
    topic: str


@dataclass(frozen=True)
class DayWork:
    """What is written on the day itself, by whom."""

    kind: str
    title: str
    account_name: str
    who: str


@dataclass(frozen=True)
class RitualRow:
    """A ritual of these days: what it needs before it begins."""

    kind: str
    title: str
    account_name: str
    who: str
    time: str
    days: tuple[RitualDay, ...]
    copy: str
    """ready, not-ready or no-script of a script; on-the-day for a report; live for the rest."""

    @property
    def weekdays(self) -> tuple[int, ...]:
        return tuple(sorted({one.date.weekday() for one in self.days}))


@dataclass(frozen=True)
class CommunityWork:
    """What the group needs."""

    stages: tuple[StageTasks, ...]
    scripts: tuple[ScriptRow, ...]
    on_the_day: tuple[DayWork, ...]
    """Reports, which cannot be prepared."""
    rituals: tuple[RitualRow, ...]


def community_work(asked: Asked) -> CommunityWork | None:
    """Gather the work of the group; nothing where the plan has none."""
    community = asked.plan.community
    if community is None:
        return None
    work = CommunityWork(
        stages=tuple(_stages(asked)),
        scripts=tuple(
            ScriptRow(one.kind or "", script_title(one), one.ready) for one in community.scripts
        ),
        on_the_day=tuple(_on_the_day(asked)),
        rituals=tuple(_rituals(asked)),
    )
    has_any = work.stages or work.scripts or work.on_the_day or work.rituals
    return work if has_any else None


def script_title(script: Script) -> str:
    """Name a script: its title, its scene, or how it begins."""
    words = (script.title or script.scene or script.attention or script.text or "").strip()
    return words.splitlines()[0] if words else ""


def _stages(asked: Asked) -> Iterator[StageTasks]:
    plan = asked.plan
    for stage in plan.community.stages if plan.community else ():
        goal = plan.goal(stage.goal)
        tasks = tuple(
            TaskRow(
                what=task.what,
                who=person_name(plan, task.owner) if task.owner else "",
                due=task.due,
                is_done=task.done,
                is_late=not task.done and task.due is not None and task.due < asked.today,
            )
            for task in stage.tasks
            if not asked.filter.assignee or task.owner in asked.filter.assignee
        )
        if tasks:
            statement = (goal.statement or goal.id or "") if goal else stage.goal or ""
            yield StageTasks(stage.stage, statement, stage.within_days, tasks)


def _on_the_day(asked: Asked) -> Iterator[DayWork]:
    plan = asked.plan
    for one in plan.community.rituals if plan.community else ():
        if one.kind in ON_THE_DAY and _is_wanted(asked, one):
            yield DayWork(
                kind=one.kind,
                title=one.title or "",
                account_name=account_name(plan, one.account or "", asked.language),
                who=person_name(plan, one.owner) if one.owner else "",
            )


def _rituals(asked: Asked) -> Iterator[RitualRow]:
    found: dict[PlanPath, list[Slot]] = {}
    for slot in asked.calendar.rituals_between(*asked.window):
        found.setdefault(slot.path, []).append(slot)
    for path, slots in found.items():
        ritual = _ritual_at(asked.plan, path)
        if ritual is None or not _is_wanted(asked, ritual):
            continue
        yield RitualRow(
            kind=ritual.kind or "",
            title=ritual.title or "",
            account_name=account_name(asked.plan, slots[0].account, asked.language),
            who=person_name(asked.plan, ritual.owner) if ritual.owner else "",
            time=f"{slots[0].at:%H:%M}",
            days=tuple(_days(asked, ritual, path, slots)),
            copy=_copy_of(asked.plan, ritual),
        )


def _ritual_at(plan: Plan, path: PlanPath) -> Ritual | None:
    index = path[-1]
    if plan.community is None or not isinstance(index, int):
        return None
    return plan.community.rituals[index]


def _is_wanted(asked: Asked, ritual: Ritual) -> bool:
    accounts, people = asked.filter.account, asked.filter.assignee
    return (not accounts or ritual.account in accounts) and (not people or ritual.owner in people)


def _days(
    asked: Asked, ritual: Ritual, path: PlanPath, slots: Iterable[Slot]
) -> Iterator[RitualDay]:
    """Give each day the topic whose turn it is, counted from the plan's first day."""
    turns = [slot.at for slot in asked.calendar.rituals if slot.path == path]
    for slot in slots:
        topics = ritual.topics
        topic = topics[turns.index(slot.at) % len(topics)] if topics and slot.at in turns else ""
        yield RitualDay(slot.at.date(), topic)


def _copy_of(plan: Plan, ritual: Ritual) -> str:
    if ritual.kind in ON_THE_DAY:
        return "on-the-day"
    wanted = COPY_FOR.get(ritual.kind or "")
    if wanted is None:
        return "live"
    scripts = plan.community.scripts if plan.community else ()
    fitting = [one for one in scripts if one.kind == wanted]
    if not fitting:
        return "no-script"
    return "ready" if any(one.ready for one in fitting) else "not-ready"
