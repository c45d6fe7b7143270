"""The stages of a member's way, with their tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.community import CommunityStage, Task
    from socialplan.views import Asked


@dataclass(frozen=True)
class TaskRow:
    """One task of a stage."""

    what: str
    who: str
    due: date | None
    is_done: bool
    is_late: bool
    hours: float | None = None
    goal: str = ""
    """The goal that it serves, if not the stage's."""
    days_left: int | None = None
    """Days from today to the due date, negative once it is late; None where nothing is due."""


@dataclass(frozen=True)
class StageTasks:
    """The tasks of a stage, and the goal that they serve."""

    stage: str
    goal: str
    within_days: int | None
    tasks: tuple[TaskRow, ...]
    channels: tuple[str, ...] = ()
    """Where members are found, or reached."""

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(one.is_done for one in self.tasks)

    @property
    def late(self) -> int:
        """How many tasks are late."""
        return sum(one.is_late for one in self.tasks)

    @property
    def hours_left(self) -> float:
        """Hours of work that are still to be done, as far as tasks say."""
        return sum(one.hours or 0 for one in self.tasks if not one.is_done)


def stage_tasks(asked: Asked) -> tuple[StageTasks, ...]:
    """List the stages; of a filtered page with the tasks of those asked for."""
    plan, people = asked.plan, asked.filter.assignee
    return tuple(
        StageTasks(
            stage=one.stage,
            goal=_statement(plan, one.goal),
            within_days=one.within_days,
            tasks=tuple(
                _task(asked, one, task) for task in one.tasks if not people or task.owner in people
            ),
            channels=tuple(
                account_name(plan, it, asked.language) if plan.account(it) else it
                for it in one.channels
            ),
        )
        for one in (plan.community.stages if plan.community else ())
    )


def _task(asked: Asked, stage: CommunityStage, task: Task) -> TaskRow:
    left = (task.due - asked.today).days if task.due is not None else None
    return TaskRow(
        what=task.what,
        who=person_name(asked.plan, task.owner) if task.owner else "",
        due=task.due,
        is_done=task.done,
        is_late=not task.done and left is not None and left < 0,
        hours=task.hours,
        goal=_statement(asked.plan, task.goal) if task.goal != stage.goal else "",
        days_left=left,
    )


def _statement(plan: Plan, id: str | None) -> str:  # noqa: A002
    goal = plan.goal(id)
    return ((goal.statement or goal.id) if goal else id) or ""
