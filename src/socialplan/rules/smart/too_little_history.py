"""The rule too-little-history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.facts.metrics import source
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import aim, called, figure, in_words, metric_of, read_goals
from socialplan.rules.smart.growth import ENOUGH, readings_of
from socialplan.rules.smart.rate_outside_0_100 import is_no_rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Metric
    from socialplan.facts.metrics import Benchmark
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings

_PLAIN = re.compile(r"([\d.]+)(?:-([\d.]+))?")


@rule(
    "SMT123",
    Severity.INFO,
    message="“{goal}” has {count} readings, too few to judge {target} by; "
    "on {platform} others saw {benchmark} in {year} ({formula})",
    help="Write three or more past readings under `history:`, or in the CSV of `metrics: file:`; "
    "your own numbers judge best.",
    source="The catalogue of metrics: benchmarks are a sanity range, never a pass mark",
    bad="""
        accounts:
          - {id: ig, platform: instagram}
        goals:
          - metric: engagement_rate_followers
            accounts: [ig]
            target: 6%  # <-
            due: 2027-02-28
    """,
    good="""
        accounts:
          - {id: ig, platform: instagram}
        goals:
          - metric: engagement_rate_followers
            accounts: [ig]
            target: 6%
            due: 2027-02-28
            history:
              - {date: 2026-08-31, value: 4.1%}
              - {date: 2026-09-30, value: 4.6%}
              - {date: 2026-10-31, value: 5.0%}
    """,
)
def too_little_history(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """With no past to compare, what others reach at least tells the order of magnitude."""
    for i, goal in read_goals(plan, readings):
        known, count = metric_of(goal), len(readings_of(goal))
        if known is None or goal.target is None or count >= ENOUGH:
            continue
        if is_no_rate(goal.target, known):
            continue
        found = _benchmark(known, _platforms(plan, goal))
        if found is not None:
            words = {
                "goal": called(goal, i),
                "count": count,
                "target": aim(goal.target, known),
                "platform": found.platform,
                "benchmark": _printed(found, known),
                "year": found.year,
                "formula": in_words(known.formula or ""),
            }
            origin = source(found.source) if found.source else None
            yield Problem(
                ("goals", i, "target"),
                words,
                confidence=found.confidence,
                source=origin and (origin.url or origin.title),
            )


def _platforms(plan: Plan, goal: Goal) -> set[str | None]:
    accounts = [plan.account(name) for name in goal.accounts] or list(plan.accounts)
    return {account.platform for account in accounts if account is not None}


def _benchmark(known: Metric, platforms: set[str | None]) -> Benchmark | None:
    """The newest dated figure for one of the platforms, the best proven among equals."""
    fitting = [
        one
        for one in known.benchmarks
        if one.year and one.platform in platforms and _PLAIN.fullmatch(str(one.value))
    ]
    rank = {one: (one.year or 0, one.confidence.caps.rank) for one in fitting}
    return max(fitting, key=rank.__getitem__, default=None)


def _printed(found: Benchmark, known: Metric) -> str:
    bounds = _PLAIN.fullmatch(str(found.value))
    numbers = [float(one) for one in bounds.groups() if one] if bounds else []
    return "-".join(figure(one, known) for one in numbers)
