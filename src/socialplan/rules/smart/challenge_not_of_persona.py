"""The rule challenge-not-of-persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.challenges import challenge_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal


@rule(
    "SMT132",
    Severity.ERROR,
    message="“{challenge}” troubles “{owner}”, but the goal is for “{personas}”",
    help="Name the persona whose challenge it is, or another challenge.",
    source="The community-plan guide that this tool grew from: R is the user's pain point",
    bad="""
        personas:
          - {id: mia, challenges: [No time to cook]}
          - {id: ben, challenges: [Too many flavours to choose from]}
        goals:
          - metric: coupon_redemptions
            persona: ben
            challenge: No time to cook  # <-
    """,
    good="""
        personas:
          - {id: mia, challenges: [No time to cook]}
          - {id: ben, challenges: [Too many flavours to choose from]}
        goals:
          - metric: coupon_redemptions
            persona: mia
            challenge: No time to cook
    """,
)
def challenge_not_of_persona(plan: Plan) -> Iterator[Problem]:
    """A remedy for one customer, offered to another, is noise to both."""
    for i, goal in enumerate(plan.goals):
        found = challenge_of(plan, goal)
        meant = _personas_of(plan, goal)
        if found is None or not found.persona.id or not meant or found.persona.id in meant:
            continue
        words = {"challenge": goal.challenge, "owner": found.persona.id, "personas": meant}
        here = Related("defined-here", found.path)
        yield Problem(("goals", i, "challenge"), words, related=(here,))


def _personas_of(plan: Plan, goal: Goal) -> list[str]:
    """Whom a goal is for: its own persona, else those of its accounts."""
    if goal.persona:
        return [goal.persona]
    accounts = [account for name in goal.accounts if (account := plan.account(name))]
    if not all(account.personas for account in accounts):
        return []
    return list(dict.fromkeys(name for account in accounts for name in account.personas))
