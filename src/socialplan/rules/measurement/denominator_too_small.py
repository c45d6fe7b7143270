"""The rule denominator-too-small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.facts.metrics import threshold
from socialplan.readings import last_read
from socialplan.rule import Severity, problem, rule
from socialplan.rules.measurement.rates import denominator, division
from socialplan.rules.smart.goals import in_words, metric_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.readings import Readings

OF_FOLLOWERS = frozenset(("followers", "followers_start", "members", "members_start"))


@rule(
    "MEA121",
    Severity.INFO,
    message="“{metric}” divides by {count} ({divisor}); below {least} print the counts, not a rate",
    help="Write down how many of how many; one person more or less moves such a rate by {step}.",
    source="The catalogue of metrics: below 30 a rate says nothing; below 20 LINE shows none",
    bad="""
        accounts:
          - {id: line, platform: line-oa}
        posts:
          - account: line
            title: Anniversary
            at: 2026-11-18 20:00
            status: published
            result:
              delivered: 24
              open_rate: 62%  # <-
    """,
    good="""
        accounts:
          - {id: line, platform: line-oa}
        posts:
          - account: line
            title: Anniversary
            at: 2026-11-18 20:00
            status: published
            result:
              delivered: 24
              unique_impression: 15
    """,
)
def denominator_too_small(plan: Plan, readings: Readings, today: date) -> Iterator[Problem]:
    """Of 24 people, one who opens the message makes 4 percent: the rate jumps with nobody's merit.

    A goal on a rate of followers or members is asked about too.
    """
    for path, name, below in _rates(plan, readings, today):
        least = threshold("small_denominator")
        if 0 < below < least.value:
            parts = division(facts.metric(name))
            words = {"metric": name, "count": below, "least": least.value}
            words["divisor"] = in_words(parts.below) if parts else ""
            yield problem(*path, step=f"{1 / below:.1%}", **words)


def _rates(plan: Plan, readings: Readings, today: date) -> Iterator[tuple[PlanPath, str, float]]:
    """Give each rate with what it divides by, as far as the plan tells."""
    for i, goal in enumerate(plan.goals):
        account = plan.account(goal.accounts[0]) if len(goal.accounts) == 1 else None
        known = metric_of(goal)
        parts = division(known)
        if known is None or parts is None or account is None or parts.below not in OF_FOLLOWERS:
            continue
        read = last_read(plan, account, "followers", readings, today)
        followers = read.value if read else account.followers
        if followers is not None:
            yield ("goals", i, "metric"), known.id, followers
    for i, post in enumerate(plan.posts):
        for name in post.result:
            known = facts.metric(name)
            if known is not None and known.unit == "ratio":
                below = denominator(known, post.result)
                if below is not None:
                    yield ("posts", i, "result", name), name, below
