"""The rule several-main-goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT104",
    Severity.WARNING,
    message="“{goal}” is the plan's main goal number {count}; only one can be",
    help="Leave `main: true` on the goal that wins when two of them pull apart.",
    source="The plan table of the LINE Biz course: one main goal, 主要目標(擇一)",
    bad="""
        goals:
          - {id: friends, metric: followers, target: 600, main: true}
          - {id: visits, metric: store_visits, target: 90, main: true}  # <-
    """,
    good="""
        goals:
          - {id: friends, metric: followers, target: 600, main: true}
          - {id: visits, metric: store_visits, target: 90}
    """,
)
def several_main_goals(plan: Plan) -> Iterator[Problem]:
    """Where everything comes first, a post that must choose serves nothing well."""
    main = [i for i, goal in enumerate(plan.goals) if goal.main]
    for count, i in enumerate(main[1:], 2):
        yield Problem(
            ("goals", i, "main"),
            {"goal": called(plan.goals[i], i), "count": count},
            related=(Related("first-here", ("goals", main[0], "main")),),
        )
