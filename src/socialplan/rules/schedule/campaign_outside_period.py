"""The rule campaign-outside-period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH103",
    Severity.WARNING,
    message="“{campaign}” runs from {first} to {last}; the plan covers {start} to {end}",
    help="Fit the campaign into the plan's period, or extend the period.",
    source="The plan's own period",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-31}
        campaigns:
          - id: new-year
            period: {start: 2026-12-20, end: 2027-01-10}  # <-
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
        campaigns:
          - id: new-year
            period: {start: 2026-12-20, end: 2026-12-31}
    """,
)
def campaign_outside_period(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """Nobody plans slots or people for the days of a campaign that the plan does not cover."""
    if plan.period is None or calendar.backward:
        return
    start, end = plan.period.start or "…", plan.period.end or "…"
    for i, campaign in enumerate(plan.campaigns):
        own = campaign.period
        days = [day for day in (own.start, own.end) if day] if own else []
        if all(day in plan.period for day in days):
            continue
        name = campaign.name or campaign.id or f"#{i + 1}"
        words = {"campaign": name, "first": days[0], "last": days[-1], "start": start, "end": end}
        period = Related("compared-with", ("period",))
        yield Problem(("campaigns", i, "period"), words, related=(period,))
