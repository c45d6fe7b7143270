"""What was read last of an account, in the plan's goals and in its file of readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.readings.goals import measured, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.readings.records import Readings


class Read(NamedTuple):
    """A number, and where it stands."""

    value: float
    path: PlanPath


def last_read(
    plan: Plan, account: Account, metric: str, readings: Readings, today: date
) -> Read | None:
    """Give an account's latest number; of one day, what the plan itself says counts."""
    found: dict[date, Read] = {}
    for day, value, path in _all_read(plan, account, metric, readings):
        if day is not None and day <= today:
            found[day] = Read(value, path)
    return found[max(found)] if found else None


def _all_read(
    plan: Plan, account: Account, metric: str, readings: Readings
) -> Iterator[tuple[date | None, float, PlanPath]]:
    is_only = len(plan.accounts) == 1
    mine = readings.of(metric) if is_only else readings.of_account(metric, account.id)
    yield from ((day, value, ("metrics", "file")) for day, value in mine)
    for i, goal in enumerate(plan.goals):
        is_of = goal.accounts == (account.id,) or (is_only and not goal.accounts)
        if not is_of or measured(goal) != metric:
            continue
        yield from ((day, value, ("metrics", "file")) for day, value in recorded(goal, readings))
        for j, one in enumerate(goal.history):
            yield one.date, one.value, ("goals", i, "history", j)
        if goal.baseline is not None:
            yield goal.baseline.date, goal.baseline.value, ("goals", i, "baseline")
