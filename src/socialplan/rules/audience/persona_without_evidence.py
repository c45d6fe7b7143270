"""The rule persona-without-evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD125",
    Severity.WARNING,
    message="the persona “{persona}” does not say what it rests on",
    help="Add `evidence:`: a survey, interviews, the numbers of the platform or of the till.",
    source="The 4D strategy that this tool grew from: personas come from data and surveys",
    bad="""
        personas:
          - {id: mia, name: Mia, age: 28-35}  # <-
    """,
    good="""
        personas:
          - {id: mia, name: Mia, age: 28-35, evidence: 40 guests asked in October}
    """,
)
def persona_without_evidence(plan: Plan) -> Iterator[Problem]:
    """An invented customer agrees with everything that the team likes anyway."""
    for i, persona in enumerate(plan.personas):
        if not persona.evidence:
            yield problem("personas", i, persona=persona.name or persona.id or f"#{i + 1}")
