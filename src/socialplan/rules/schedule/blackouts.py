"""Days on which a plan publishes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan


def may_be_silent(plan: Plan, day: date) -> bool:
    """Say whether a day falls into a blackout, or may: of one that nobody can read, every day."""
    return blackout_on(plan, day) is not None or plan.lacks("workflow", "blackouts")


def blackout_on(plan: Plan, day: date) -> int | None:
    """Find the number of the blackout that a day falls into."""
    for i, blackout in enumerate(plan.workflow.blackouts if plan.workflow else ()):
        if blackout.from_ and blackout.from_ <= day <= (blackout.to or blackout.from_):
            return i
    return None
