"""The rule undated-baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, figure, metric_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT112",
    Severity.INFO,
    message="the baseline {value} of “{goal}” has no date",
    help="Write the baseline with a `value:` and a `date:`.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - metric: followers
            target: 600
            baseline: 420  # <-
    """,
    good="""
        goals:
          - metric: followers
            target: 600
            baseline: {value: 420, date: 2026-11-20}
    """,
)
def undated_baseline(plan: Plan) -> Iterator[Problem]:
    """Growth per month can only be told from a number whose day is known."""
    for i, goal in enumerate(plan.goals):
        if goal.baseline is not None and goal.baseline.date is None:
            value = figure(goal.baseline.value, metric_of(goal))
            yield problem("goals", i, "baseline", goal=called(goal, i), value=value)
