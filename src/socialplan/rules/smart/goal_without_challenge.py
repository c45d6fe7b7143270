"""The rule goal-without-challenge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT131",
    Severity.ERROR,
    message="“{goal}” eases nobody's pain: it names no challenge of a persona",
    help="Add `persona:` and `challenge:`, and in `because:` why reaching the goal helps them.",
    source="The community-plan guide that this tool grew from: R is the user's pain point",
    bad="""
        personas:
          - id: mia
            challenges: [No time to cook on weekdays]
        goals:
          - statement: 90 guests come in with the coupon  # <-
            metric: coupon_redemptions
    """,
    good="""
        personas:
          - id: mia
            challenges: [No time to cook on weekdays]
        goals:
          - statement: 90 guests come in with the coupon
            metric: coupon_redemptions
            persona: mia
            challenge: No time to cook on weekdays
    """,
)
def goal_without_challenge(plan: Plan) -> Iterator[Problem]:
    """What helps no customer is the brand's own wish, and nobody follows a brand for that."""
    to_name = any(persona.challenges for persona in plan.personas)
    for i, goal in smart_goals(plan):
        if goal.challenge is None:
            # Without personas there is nothing to name yet, and a reason is a link of its own.
            sure = to_name and not goal.because
            yield Problem(
                ("goals", i),
                {"goal": called(goal, i)},
                severity=None if sure else Severity.INFO,
            )
