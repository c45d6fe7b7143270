"""The rule value-goal-without-review-question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, value_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT152",
    Severity.WARNING,
    message="the value goal “{goal}” has no question to ask at the review",
    help="Add `review_question:`, e.g. would this person miss us if we stopped?",
    source="The 4D strategy that this tool grew from: goals that start from customers' value",
    bad="""
        goals:
          - kind: value  # <-
            statement: Young parents feel that we are on their side
    """,
    good="""
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            review_question: Which answer of ours did a parent pass on this month?
    """,
)
def value_goal_without_review_question(plan: Plan) -> Iterator[Problem]:
    """A goal without a number is forgotten unless somebody asks for it aloud."""
    for i, goal in value_goals(plan):
        if not goal.review_question:
            yield problem("goals", i, goal=called(goal, i))
