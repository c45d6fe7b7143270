"""Which groups a plan runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.community import Community


def run_groups(plan: Plan) -> Community | None:
    """Give the community of a plan that names a group or has rituals; scripts may be for staff."""
    community = plan.community
    if community is None:
        return None
    return community if community.groups or community.rituals else None
