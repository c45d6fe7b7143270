"""Days on which the brand keeps quiet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan


@dataclass(frozen=True)
class Blackout:
    """Days on which nothing is published."""

    first: date
    last: date
    why: str


def blackouts_of(plan: Plan) -> tuple[Blackout, ...]:
    """List all blackouts of a plan."""
    found = plan.workflow.blackouts if plan.workflow else ()
    return tuple(Blackout(one.from_, one.to or one.from_, one.why or "") for one in found)


def blackouts_between(plan: Plan, first: date, last: date) -> tuple[Blackout, ...]:
    """List the blackouts that touch these days."""
    found = blackouts_of(plan)
    return tuple(one for one in found if one.last >= first and one.first <= last)
