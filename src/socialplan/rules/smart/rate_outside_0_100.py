"""The rule rate-outside-0-100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Fix, Problem, SetValue
from socialplan.rule import Safety, Severity, rule
from socialplan.rules.smart.goals import metric_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Metric
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal

UNBOUNDED = frozenset(("follower_growth_rate", "required_growth_rate"))
"""Growth can be more than 100%, and less than nothing."""


@rule(
    "SMT115",
    Severity.ERROR,
    message="{value} means {percent}%, but the rate “{rate}” lies between 0% and 100%",
    help="Write a rate as 0.12 or 12%.",
    source="The catalogue of metrics: a rate is a part of a whole",
    fix=Safety.UNSAFE,
    bad="""
        goals:
          - metric: open_rate
            target: 60  # <-
    """,
    good="""
        goals:
          - metric: open_rate
            target: 60%
    """,
)
def rate_outside_0_100(plan: Plan) -> Iterator[Problem]:
    """A forgotten percent sign makes a goal a hundred times too large."""
    for path, rate, value in _rates(plan):
        if value is not None and _is_outside(value):
            words = {"value": value, "percent": f"{value * 100:,.10g}", "rate": rate}
            meant = f"{value:g}%" if 1 < value <= 100 else None
            fix = Fix((SetValue(path, meant),), Safety.UNSAFE) if meant else None
            yield Problem(path, words, suggestion=meant, fix=fix)


def is_no_rate(value: float, known: Metric | None) -> bool:
    """Whether a rate's value is none; what else could be said of it would only echo that."""
    return _is_bounded(known) and _is_outside(value)


def _is_outside(value: float) -> bool:
    return not 0 <= value <= 1


def _is_bounded(known: Metric | None) -> bool:
    return known is not None and known.unit == "ratio" and known.id not in UNBOUNDED


def _rates(plan: Plan) -> Iterator[tuple[PlanPath, str, float | None]]:
    for i, goal in enumerate(plan.goals):
        known = metric_of(goal)
        if known is not None and _is_bounded(known):
            for path, value in _figures(goal):
                yield ("goals", i, *path), known.id, value
    for i, step in enumerate(plan.funnel):
        if step.rate:
            yield ("funnel", i, "baseline"), step.rate, step.baseline
            yield ("funnel", i, "target"), step.rate, step.target


def _figures(goal: Goal) -> Iterator[tuple[PlanPath, float | None]]:
    yield ("target",), goal.target
    if goal.baseline is not None:
        yield ("baseline", "value"), goal.baseline.value
    for key, readings in (("history", goal.history), ("milestones", goal.milestones)):
        for j, reading in enumerate(readings):
            yield (key, j, "value"), reading.value
