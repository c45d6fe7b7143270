"""The rule block-rate-rising."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.facts.metrics import threshold
from socialplan.plan.publications import publications
from socialplan.readings import measured
from socialplan.rule import Severity, problem, rule
from socialplan.rules.measurement.points import Point, points_of
from socialplan.rules.smart.goals import called, figure
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.readings import Readings

RATES = ("block_rate", "push_block_rate")
IN_A_ROW = 3
NOTABLE = 1.1
"""By how much, relatively, the last must exceed the first: rates waver."""


@rule(
    "MEA112",
    Severity.WARNING,
    message="“{metric}” of “{subject}” rises: {values}",
    help="Send less often, or only to those whom a message concerns, and watch the next reading.",
    source="Blocked after every push: users' commonest complaint of official accounts; LINE shows "
    "blocks in its insights (line.github.io/line-bot-sdk-nodejs)",
    bad="""
        goals:
          - statement: Fewer friends block us
            metric: block_rate
            history:
              - {date: 2026-09-01, value: 17%}
              - {date: 2026-10-01, value: 20%}
              - {date: 2026-11-01, value: 23%}  # <-
            target: 15%
    """,
    good="""
        goals:
          - statement: Fewer friends block us
            metric: block_rate
            history:
              - {date: 2026-09-01, value: 17%}
              - {date: 2026-10-01, value: 20%}
              - {date: 2026-11-01, value: 19%}
            target: 15%
    """,
)
def block_rate_rising(plan: Plan, readings: Readings, today: date) -> Iterator[Problem]:
    """Who blocks does not come back; a rising rate says that messages come too often."""
    for metric, subject, path, points in _all_series(plan, readings, today):
        last = points[-IN_A_ROW:]
        if len(last) < IN_A_ROW or not all(a.value < b.value for a, b in pairwise(last)):
            continue
        if last[-1].value >= NOTABLE * last[0].value:
            values = [_said(one, metric) for one in last]
            yield problem(*path, metric=metric, subject=subject, values=values)


def _said(one: Point, metric: str) -> Phrase:
    shown = figure(one.value, facts.metric(metric))
    return Phrase("with-note", {"what": shown, "note": str(one.day)})


def _all_series(
    plan: Plan, readings: Readings, today: date
) -> Iterator[tuple[str, str, PlanPath, list[Point]]]:
    told: set[tuple[str, str]] = set()
    for i, goal in enumerate(plan.goals):
        if (name := measured(goal)) in RATES:
            told.update((name, account) for account in goal.accounts)
            points = points_of(goal, readings, today)
            place: PlanPath = ("goals", i, "metric")
            for j, one in enumerate(goal.history):
                if points and one.date == points[-1].day:
                    place = ("goals", i, "history", j)
            yield name, called(goal, i), place, points
    for account in plan.accounts if readings.records else ():
        for name in RATES:
            if (name, account.id) not in told:
                found = readings.of(name, (account.id,))
                points = [Point(*one) for one in found if one[0] <= today]
                yield name, account.id, ("metrics", "file"), points
    for subject, (path, points) in _of_sends(plan).items():
        if ("push_block_rate", subject) not in told:
            yield "push_block_rate", subject, path, points


def _of_sends(plan: Plan) -> dict[str, tuple[PlanPath, list[Point]]]:
    """Give the block rates of each account's sends, in order of time, and the last one's place."""
    found: dict[str, list[tuple[Point, PlanPath]]] = {}
    known = facts.metric("push_block_rate")
    for one in publications(plan):
        result = one.post.result
        if result and one.at and one.account_id and known:
            enough = result.get("delivered", 0) >= threshold("small_denominator").value
            rate = result.get("push_block_rate") or (known.of(result) if enough else None)
            if rate is not None:
                line = Point(one.at.date(), rate), one.path("result")
                found.setdefault(one.account_id, []).append(line)
    ordered = {account: sorted(lines) for account, lines in found.items()}
    return {name: (lines[-1][1], [p for p, _ in lines]) for name, lines in ordered.items()}
