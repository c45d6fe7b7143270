"""The rule incomplete-persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.people import Persona

QUESTIONS = {
    "name": ("name",),
    "age": ("age",),
    "habits": ("habits", "gender", "location", "quote"),
    "education": ("education",),
    "job": ("job",),
    "interests": ("interests",),
    "challenges": ("challenges",),
}
"""The key to ask for, and the keys that answer: who, how old, what kind of person, schooling, work,
interests, pain."""


@rule(
    "AUD124",
    Severity.INFO,
    message="the persona “{persona}” lacks {count} of {all}: {missing}",
    help="Ask five customers; leave out only what makes no difference to what you write.",
    source="The 4D strategy that this tool grew from: seven questions about a persona",
    bad="""
        personas:
          - id: mia  # <-
            name: Mia
            age: 28-35
            job: Nurse
    """,
    good="""
        personas:
          - id: mia
            name: Mia
            age: 28-35
            job: Nurse
            habits: Reads on the bus after a night shift
            education: Nursing college
            interests: [Baking, Running]
            challenges: [No time to cook]
    """,
)
def incomplete_persona(plan: Plan) -> Iterator[Problem]:
    """One writes better for a person whom one could recognise in the street."""
    for i, persona in enumerate(plan.personas):
        missing = _unanswered(persona)
        if missing:
            yield problem(
                "personas",
                i,
                persona=persona.name or persona.id or f"#{i + 1}",
                count=len(missing),
                all=len(QUESTIONS),
                missing=[Term(f"about-{question}") for question in missing],
            )


def _unanswered(persona: Persona) -> list[str]:
    return [
        question
        for question, keys in QUESTIONS.items()
        if not any(getattr(persona, key) for key in keys)
    ]
