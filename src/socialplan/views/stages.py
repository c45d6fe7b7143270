"""How far each of the four stages is: discover, define, design, deploy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.slots import Calendar

AHEAD = 28
"""Days for which slots should be filled before a plan counts as deployed."""


@dataclass(frozen=True)
class StageProgress:
    """One stage: which of its steps are done and which are missing, by their keys."""

    stage: str
    done: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        return len(self.done) / (len(self.done) + len(self.missing))


def stages_of(plan: Plan, calendar: Calendar, today: date) -> tuple[StageProgress, ...]:
    """Ask of each stage what it should have brought."""
    asked = {
        "discover": _discover(plan),
        "define": _define(plan),
        "design": _design(plan),
        "deploy": _deploy(plan, calendar, today),
    }
    return tuple(
        StageProgress(
            stage,
            tuple(step for step, done in steps.items() if done),
            tuple(step for step, done in steps.items() if not done),
        )
        for stage, steps in asked.items()
    )


def _discover(plan: Plan) -> Mapping[str, bool]:
    smart = [goal for goal in plan.goals if goal.kind == "smart"]
    return {
        "purpose": bool(plan.purpose),
        "promise": bool(plan.brand.promise),
        "insights": any(one.evidence for one in plan.insights),
        "goals": bool(plan.goals),
        "baselines": bool(plan.goals) and all(goal.baseline for goal in smart),
    }


def _define(plan: Plan) -> Mapping[str, bool]:
    return {
        "personas": bool(plan.personas),
        "evidence": bool(plan.personas) and all(one.evidence for one in plan.personas),
        "challenges": bool(plan.personas) and all(one.challenges for one in plan.personas),
        "audiences": bool(plan.accounts) and all(one.personas for one in plan.accounts),
    }


def _design(plan: Plan) -> Mapping[str, bool]:
    rituals = plan.community.rituals if plan.community else ()
    groups = {one.account for one in rituals}
    return {
        "voice": plan.brand.voice is not None,
        "pillars": bool(plan.pillars),
        "positioning": bool(plan.accounts) and all(one.positioning for one in plan.accounts),
        "cadence": bool(plan.accounts)
        and all(one.cadence or one.id in groups for one in plan.accounts),
        "team": bool(plan.team),
    }


def _deploy(plan: Plan, calendar: Calendar, today: date) -> Mapping[str, bool]:
    start = max(today, calendar.period[0])
    last = today + timedelta(days=AHEAD)
    near = [slot for slot in calendar.open if today <= slot.at.date() < last]
    soon = [
        one
        for one in calendar.planned
        if one.at and start <= one.at.date() < start + timedelta(days=7)
    ]
    return {
        "posts": bool(plan.posts),
        "slots-filled": bool(calendar.slots) and not near,
        "week-ready": (bool(soon) or start > calendar.period[1])
        and all(one.status in _READY for one in soon),
        "workflow": plan.workflow is not None and plan.workflow.batch is not None,
        "reviews": plan.reviews is not None and plan.reviews.every is not None,
    }


_READY = ("approved", "scheduled", "published")
