"""The rule unsupported-growth."""

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

STRETCH = 2
"""Times the best growth so far, up to which a target is ambitious rather than out of reach."""


@rule(
    "SMT121",
    Severity.WARNING,
    message="“{goal}” needs {required} every {days} days; the best so far was {best}",
    help="Lower the target, give it more time, or say in `evidence:` what will be different.",
    source="SMART's A, from a plan's own history: required growth against past growth",
    bad="""
        goals:
          - metric: followers
            history:
              - {date: 2026-08-31, value: 400}
              - {date: 2026-09-30, value: 410}
              - {date: 2026-10-31, value: 424}
            target: 900  # <-
            due: 2026-12-31
    """,
    good="""
        goals:
          - metric: followers
            history:
              - {date: 2026-08-31, value: 400}
              - {date: 2026-09-30, value: 410}
              - {date: 2026-10-31, value: 424}
            target: 450
            due: 2026-12-31
    """,
)
def unsupported_growth(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """A target far beyond anything that ever happened tires the team and is quietly dropped."""
    for i, goal in read_goals(plan, readings):
        growth = growth_of(goal, beginning_of(plan, goal))
        if growth is None or growth.required <= max(growth.best, 0):
            continue
        within_reach = growth.required <= STRETCH * growth.best
        if within_reach and goal.evidence:
            continue
        words = {
            "goal": called(goal, i),
            "required": growth.figure(growth.required),
            "days": growth.days,
            "best": growth.figure(growth.best),
        }
        yield Problem(
            ("goals", i, "target"),
            words,
            severity=Severity.INFO if within_reach or goal.evidence else None,
            related=(Related("compared-with", history_of(plan, i)),),
        )
