"""The rule stage-mismatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.challenges import challenge_of
from socialplan.rules.smart.goals import metric_of, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT133",
    Severity.WARNING,
    message="“{metric}” measures the stage “{stage}”, but “{challenge}” hurts at “{other_stage}”",
    help="Measure where it hurts: unknown is invite, silent activate, leaving retain, "
    "not buying convert, not recommending refer.",
    source="The stages of a community: the metric's stage is the pain's stage",
    bad="""
        personas:
          - id: mia
            challenges: [{id: forgets, text: I forget that you exist, stage: retain}]
        goals:
          - metric: followers  # <-
            persona: mia
            challenge: forgets
    """,
    good="""
        personas:
          - id: mia
            challenges: [{id: forgets, text: I forget that you exist, stage: retain}]
        goals:
          - metric: repeat_purchase_rate
            persona: mia
            challenge: forgets
    """,
)
def stage_mismatch(plan: Plan) -> Iterator[Problem]:
    """Where members leave, more new members only make the leak larger."""
    for i, goal in smart_goals(plan):
        known, found = metric_of(goal), challenge_of(plan, goal)
        hurts = found.challenge.stage if found else None
        if known is None or found is None or hurts is None:
            continue
        if known.stage not in (hurts, "process"):
            words = {
                "metric": known.id,
                "stage": known.stage,
                "challenge": found.challenge.text,
                "other_stage": hurts,
            }
            here = Related("defined-here", (*found.path, "stage"))
            yield Problem(("goals", i, "metric"), words, related=(here,))
