"""Whose pain a goal eases: a challenge answers to its id and to its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.plan.people import Challenge, Persona


class Found(NamedTuple):
    """A challenge, whose it is, and where it stands."""

    persona: Persona
    challenge: Challenge
    path: PlanPath


def challenge_of(plan: Plan, goal: Goal) -> Found | None:
    """The challenge that a goal names; its own persona's where two share the words."""
    found = _named(plan, goal.challenge) if goal.challenge else []
    own = [one for one in found if one.persona.id == goal.persona]
    return next(iter(own or found), None)


def _named(plan: Plan, name: str) -> list[Found]:
    return [
        Found(persona, challenge, ("personas", i, "challenges", j))
        for i, persona in enumerate(plan.personas)
        for j, challenge in enumerate(persona.challenges)
        if name in (challenge.id, challenge.text)
    ]
