"""The rule unknown-metric."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import find_metric, metric_ids
from socialplan.finding import Problem
from socialplan.loading.habits import by_habit
from socialplan.rule import Safety, Severity, instead, rule
from socialplan.rules.smart.goals import metric_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

_COUNTING = frozenset(
    ("amount", "count", "counts", "num", "number", "of", "sum", "total", "totals")
)


@rule(
    "SMT103",
    Severity.ERROR,
    message="the catalogue has no metric “{metric}”",
    help="docs/metrics.md lists the ids; name a measure of your own under `custom:`, in its "
    "`name:`.",
    source="The catalogue of metrics",
    fix=Safety.SAFE,
    bad="""
        goals:
          - metric: block-rate  # <-
            target: 15%
    """,
    good="""
        goals:
          - metric: block_rate
            target: 15%
    """,
)
def unknown_metric(plan: Plan) -> Iterator[Problem]:
    """What a metric means, which way is better and what belongs beside it is known by its id."""
    for name, path in _named(plan):
        if name and metric_named(name) is None:
            meant, on_key = _meant(name), "result" in path
            fix = instead(path, name, meant, on_key=on_key)
            yield Problem(path, {"metric": name}, on_key=on_key, suggestion=meant, fix=fix)


def _named(plan: Plan) -> Iterator[tuple[str | None, PlanPath]]:
    for i, goal in enumerate(plan.goals):
        if goal.metric is not None:
            yield goal.metric.id, ("goals", i, "metric", "id")
        yield goal.guard, ("goals", i, "guard")
    for i, post in enumerate(plan.posts):
        for name in post.result:
            yield name, ("posts", i, "result", name)


def _meant(name: str) -> str | None:
    known = find_metric(name)
    if known is not None:
        return known.id
    if habit := by_habit(name, metric_ids()) or _counted(name):
        return habit
    return next(
        iter(get_close_matches(name.lower().replace("-", "_"), metric_ids(), n=1, cutoff=0.75)),
        None,
    )


def _counted(name: str) -> str | None:
    """See through the words around what is counted: `follower_count`, `total_reach`."""
    parts = re.split(r"[_\s-]+", name.casefold())
    left = "_".join(part for part in parts if part not in _COUNTING)
    if not left or left.count("_") == len(parts) - 1:
        return None
    known = metric_ids()
    found = (one if one in known else by_habit(one, known) for one in (left, f"{left}s"))
    return next(filter(None, found), None)
