"""The rule script-not-ready."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan

AHEAD = timedelta(days=3)
"""Before the day of need; time enough to read it once more."""
BEFORE_MEMBERS = ("rules", "task", "welcome", "introduction")


@rule(
    "COM131",
    Severity.WARNING,
    message="the script “{script}” is needed from {day} on, and is not ready",
    help="Finish it and set `ready: true`.",
    source="The community-plan guide that this tool grew from: invitation, rules and tasks can be "
    "written ahead",
    bad="""
        period: {start: 2026-11-23, end: 2027-01-17}
        community:
          scripts:
            - {kind: rules, title: The card of rules}  # <-
    """,
    good="""
        period: {start: 2026-11-23, end: 2027-01-17}
        community:
          scripts:
            - {kind: rules, title: The card of rules, text: No advertisements, ready: true}
    """,
)
def script_not_ready(plan: Plan, today: date) -> Iterator[Problem]:
    """On the day itself there are people to answer, and no time to write."""
    days = _needed(plan)
    for i, script in enumerate(plan.community.scripts if plan.community else ()):
        day = days.get(script.kind or "")
        if day is not None and not script.ready and today >= day - AHEAD:
            name = script.title or script.scene or Term(f"script-{script.kind}")
            yield problem("community", "scripts", i, script=name, day=day)


def _needed(plan: Plan) -> dict[str, date]:
    """From when each kind is needed: people are invited first, and then they come."""
    start = plan.period.start if plan.period else None
    if start is None or plan.community is None:
        return {}
    stages = plan.community.stages
    inviting = max((one.within_days or 0 for one in stages if one.stage == "invite"), default=0)
    arrival = start + timedelta(min(inviting, 366))
    return {"invitation": start, **dict.fromkeys(BEFORE_MEMBERS, arrival)}
