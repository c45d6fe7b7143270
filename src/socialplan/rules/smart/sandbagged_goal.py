"""The rule sandbagged-goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, smart_goals
from socialplan.rules.smart.growth import growth_of, is_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "SMT122",
    Severity.INFO,
    message="“{goal}” needs {required} every {days} days; {usual} is usual already",
    help="Aim a little beyond what happens anyway.",
    source="FAST goals: SMART rewards targets that are safe",
    bad="""
        goals:
          - metric: followers
            history:
              - {date: 2026-08-31, value: 400}
              - {date: 2026-09-30, value: 420}
              - {date: 2026-10-31, value: 445}
            target: 460  # <-
            due: 2026-12-31
    """,
    good="""
        goals:
          - metric: followers
            history:
              - {date: 2026-08-31, value: 400}
              - {date: 2026-09-30, value: 420}
              - {date: 2026-10-31, value: 445}
            target: 500
            due: 2026-12-31
    """,
)
def sandbagged_goal(plan: Plan) -> Iterator[Problem]:
    """A goal that is reached by going on as before changes nothing."""
    for i, goal in smart_goals(plan):
        growth = growth_of(goal)
        if growth is None or growth.required > growth.usual or is_behind(goal):
            continue
        words = {
            "goal": called(goal, i),
            "required": growth.figure(growth.required),
            "days": growth.days,
            "usual": growth.figure(growth.usual),
        }
        history = ("goals", i, "history")
        yield Problem(("goals", i, "target"), words, related=(Related("compared-with", history),))
