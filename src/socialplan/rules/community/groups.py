"""Which groups a plan runs, and the stages that every group passes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.community import Community

NEEDED = ("invite", "activate", "retain")
"""Stages that every group passes through; selling and recommending are up to the plan."""


def run_groups(plan: Plan) -> Community | None:
    """Give the community of a plan that names a group or has rituals; scripts may be for staff."""
    community = plan.community
    if community is None:
        return None
    return community if community.groups or community.rituals else None
