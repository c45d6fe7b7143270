"""Define: whom the plan is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.plan import Plan
    from socialplan.plan.people import Persona
    from socialplan.views import Asked


@dataclass(frozen=True)
class Challenge:
    """A pain, and where on the journey it hurts."""

    text: str
    stage: str


@dataclass(frozen=True)
class PersonaCard:
    """The seven questions about a person, and what they rest on."""

    name: str
    age: str
    gender: str
    education: str
    job: str
    location: str
    interests: tuple[str, ...]
    habits: tuple[str, ...]
    challenges: tuple[Challenge, ...]
    quote: str
    evidence: str
    accounts: tuple[str, ...]
    """Where the brand speaks to them."""


@dataclass(frozen=True)
class SegmentRow:
    """A part of the audience that can be addressed apart."""

    name: str
    rule: str
    size: int | None
    relationship: str
    personas: tuple[str, ...]


@dataclass(frozen=True)
class Define:
    """The second chapter."""

    personas: tuple[PersonaCard, ...]
    segments: tuple[SegmentRow, ...]


def define(asked: Asked) -> Define:
    """Write the second chapter."""
    plan = asked.plan
    return Define(
        personas=tuple(persona_card(asked, one) for one in plan.personas),
        segments=segment_rows(plan),
    )


def segment_rows(plan: Plan) -> tuple[SegmentRow, ...]:
    """List the parts of the audience."""
    return tuple(
        SegmentRow(
            name=one.name or one.id or "",
            rule=one.rule or "",
            size=one.size,
            relationship=one.relationship or "",
            personas=persona_names(plan, one.personas),
        )
        for one in plan.segments
    )


def persona_names(plan: Plan, ids: Iterable[str]) -> tuple[str, ...]:
    """Name personas; ids that nothing defines stay as they are."""
    return tuple(label(plan.persona(one)) or one for one in ids)


def persona_card(asked: Asked, one: Persona) -> PersonaCard:
    """Draw a persona's card."""
    return PersonaCard(
        name=one.name or one.id or "",
        age=str(one.age) if one.age else "",
        gender=one.gender or "",
        education=one.education or "",
        job=one.job or "",
        location=one.location or "",
        interests=one.interests,
        habits=one.habits,
        challenges=tuple(Challenge(it.text, it.stage or "") for it in one.challenges),
        quote=one.quote or "",
        evidence=one.evidence or "",
        accounts=tuple(
            account_name(asked.plan, account.id, asked.language)
            for account in asked.plan.accounts
            if one.id and one.id in account.personas
        ),
    )
