"""What recurs in a plan: the cadences of its accounts and the rituals of its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.cadence import Schedule


def schedules(plan: Plan) -> Iterator[tuple[PlanPath, Schedule]]:
    """Give everything that recurs, with its place."""
    for i, account in enumerate(plan.accounts):
        for j, cadence in enumerate(account.cadence):
            yield ("accounts", i, "cadence", j), cadence
    for i, ritual in enumerate(plan.community.rituals if plan.community else ()):
        yield ("community", "rituals", i), ritual
