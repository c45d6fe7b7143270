"""Ready to begin? Five steps of a plan, seven points of a community, four stages of a strategy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from socialplan.views.stages import stages_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.slots import Calendar
    from socialplan.views.stages import StageProgress


@dataclass(frozen=True)
class Point:
    """One point of a list, and the steps that it still lacks."""

    what: str
    state: Literal["done", "missing", "look"]
    missing: tuple[str, ...]
    """Words of the pages: `step-…`."""


@dataclass(frozen=True)
class Readiness:
    """Three lists, as far as the plan's data can answer them."""

    steps: tuple[Point, ...]
    """Five steps before a plan runs."""
    gates: tuple[StageProgress, ...]
    """Discover, define, design, deploy."""
    community: tuple[Point, ...]
    """Seven points of a community; empty where the plan has none."""


def readiness_of(plan: Plan, calendar: Calendar, today: date) -> Readiness:
    """Ask of the plan what people ask before they begin."""
    return Readiness(
        steps=tuple(_points("ready", _five(plan))),
        gates=stages_of(plan, calendar, today),
        community=tuple(_seven(plan)) if _has_community(plan) else (),
    )


def _points(topic: str, asked: Mapping[str, Mapping[str, bool]]) -> Iterator[Point]:
    for what, steps in asked.items():
        lacking = tuple(name for name, done in steps.items() if not done)
        yield Point(f"{topic}-{what}", "missing" if lacking else "done", lacking)


def _five(plan: Plan) -> Mapping[str, Mapping[str, bool]]:
    accounts, workflow, reviews = plan.accounts, plan.workflow, plan.reviews
    smart = [goal for goal in plan.goals if goal.kind == "smart"]
    groups = {one.account for one in plan.community.rituals} if plan.community else set()
    return {
        "accounts": {
            "owners": bool(accounts) and all(one.owner for one in accounts),
            "backups": bool(accounts) and all(len({one.owner, *one.staff}) > 1 for one in accounts),
            "positioning": bool(accounts) and all(one.positioning for one in accounts),
            "agreed": workflow is not None and workflow.agreed is not None,
        },
        "audience": {
            "personas": bool(plan.personas),
            "audiences": bool(accounts) and all(one.personas for one in accounts),
            "pillars": bool(plan.pillars),
        },
        "numbers": {
            "goals": bool(plan.goals),
            "metrics": bool(plan.goals) and all(one.metric and one.target for one in smart),
            "data-sources": bool(plan.goals) and all(one.data_source for one in smart),
        },
        "times": {
            "cadence": bool(accounts) and all(one.cadence or one.id in groups for one in accounts),
            "workflow": workflow is not None and workflow.batch is not None,
            "remind": workflow is not None and bool(workflow.remind),
        },
        "updates": {
            "reviews": reviews is not None and reviews.every is not None,
            "assumptions": bool(plan.assumptions) and all(one.expires for one in plan.assumptions),
        },
    }


def _has_community(plan: Plan) -> bool:
    return plan.community is not None or "community" in plan.kind


def _seven(plan: Plan) -> Iterator[Point]:
    community = plan.community
    kinds = {one.kind for one in community.rituals} if community else set()
    roles = {role for one in plan.team for role in one.roles}
    yield from _points(
        "community",
        {
            "plan": {
                "goals": bool(plan.goals),
                "stages": community is not None and bool(community.stages),
            },
            "people": {"moderator": "moderator" in roles, "analyst": "analyst" in roles},
            "team": {"team": len(plan.team) > 1},
            "product": {
                "promise": bool(plan.brand.promise),
                "fit": community is not None and community.fit is not None,
            },
            "interaction": {"talks": bool(kinds & {"discussion", "q-and-a", "introduction"})},
            "events": {"events": community is not None and bool(community.events)},
        },
    )
    # Whether a team is patient and its people are thanked stands in no plan.
    yield Point("community-attitude", "look", ())
