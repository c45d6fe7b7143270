"""The rule plan-without-goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PLN402",
    Severity.INFO,
    message="the plan has no goal yet",
    help="Add `goals:` with a metric, a target and a due date.",
    source="The order of a plan: purpose, goals, audience, content, schedule, review",
    bad="""
        title: Little Bear  # <-
    """,
    good="""
        title: Little Bear
        goals:
          - {id: friends, metric: followers, target: 600}
    """,
)
def plan_without_goals(plan: Plan) -> Iterator[Problem]:
    """Posts without a goal keep people busy, and nobody can say whether they were worth it."""
    if not plan.goals:
        yield problem("title")
