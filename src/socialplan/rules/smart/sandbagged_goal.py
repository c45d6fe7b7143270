"""The rule sandbagged-goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import beginning_of, called, history_of, read_goals
from socialplan.rules.smart.growth import growth_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.readings import Readings


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
def sandbagged_goal(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """A goal that is reached by going on as before changes nothing."""
    for i, goal in read_goals(plan, readings):
        growth = growth_of(goal, beginning_of(plan, goal))
        if growth is None or not 0 <= growth.required <= growth.usual:
            continue
        words = {
            "goal": called(goal, i),
            "required": growth.figure(growth.required),
            "days": growth.days,
            "usual": growth.figure(growth.usual),
        }
        here = Related("compared-with", history_of(plan, i))
        yield Problem(("goals", i, "target"), words, related=(here,))
