"""The rule incomparable-rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.measurement.rates import division
from socialplan.rules.smart.goals import in_words, metric_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


@rule(
    "MEA122",
    Severity.INFO,
    message="“{metric}” divides {above} by {below}, “{other_metric}” by {divisor}: "
    "the two cannot be compared",
    help="Use one of them throughout, or name the denominator wherever both are shown.",
    source="The catalogue of metrics: the same post can differ tenfold by reach and by followers",
    bad="""
        goals:
          - {id: ig, metric: engagement_rate_reach, target: 6%}
          - {id: fb, metric: engagement_rate_followers, target: 2%}  # <-
    """,
    good="""
        goals:
          - {id: ig, metric: engagement_rate_reach, target: 6%}
          - {id: fb, metric: engagement_rate_reach, target: 2%}
    """,
)
def incomparable_rates(plan: Plan) -> Iterator[Problem]:
    """Side by side, 6% of those reached looks better than 2% of all followers, and may be worse."""
    first: dict[str, tuple[str, PlanPath]] = {}
    for name, path in _first_uses(plan).items():
        parts = division(facts.metric(name))
        if parts is None:
            continue
        other, place = first.setdefault(parts.above, (name, path))
        others = division(facts.metric(other))
        if others is not None and others.below != parts.below:
            words = {"metric": name, "above": in_words(parts.above)}
            words["below"] = in_words(parts.below)
            words |= {"other_metric": other, "divisor": in_words(others.below)}
            yield Problem(path, words, related=(Related("compared-with", place),))


def _first_uses(plan: Plan) -> dict[str, PlanPath]:
    """Where each rate is used first, in goals and then in results."""
    found: dict[str, PlanPath] = {}
    for i, goal in enumerate(plan.goals):
        if known := metric_of(goal):
            found.setdefault(known.id, ("goals", i, "metric"))
    for i, post in enumerate(plan.posts):
        for name in post.result:
            if name not in found:
                found[name] = ("posts", i, "result", name)
    return found
