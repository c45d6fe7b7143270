"""The rule backward-period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


@rule(
    "SCH101",
    Severity.ERROR,
    message="this ends on {end}, before it starts on {start}",
    help="Swap the two days, or correct the year.",
    source="The calendar",
    bad="""
        period: {start: 2026-12-31, end: 2026-12-01}  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
    """,
)
def backward_period(plan: Plan) -> Iterator[Problem]:
    """A period that ends before it starts holds no day, so that nothing in it is ever shown."""
    for path, first_key, start, end in _periods(plan):
        if start is not None and end is not None and end < start:
            first = Related("compared-with", (*path[:-1], first_key))
            yield Problem(path, {"start": start, "end": end}, related=(first,))


def _periods(plan: Plan) -> Iterator[tuple[PlanPath, str, date | None, date | None]]:
    if plan.period is not None:
        yield ("period", "end"), "start", plan.period.start, plan.period.end
    for i, campaign in enumerate(plan.campaigns):
        if campaign.period is not None:
            start, end = campaign.period.start, campaign.period.end
            yield ("campaigns", i, "period", "end"), "start", start, end
    for i, blackout in enumerate(plan.workflow.blackouts if plan.workflow else ()):
        yield ("workflow", "blackouts", i, "to"), "from", blackout.from_, blackout.to
