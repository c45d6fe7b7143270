"""The rule no-regular-ritual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

NOT_ENOUGH = ("introduction", "rules-reminder")
"""For the new, and for order; no reason to come back."""


@rule(
    "COM122",
    Severity.WARNING,
    message="nothing recurs in the group “{group}”",
    help="Add a ritual such as a question each Wednesday, or give the account a cadence.",
    source="The community-plan guide that this tool grew from: reports, tasks and discussions at "
    "fixed times",
    bad="""
        accounts:
          - {id: moms, platform: wechat-group}
        community:
          groups: [moms]  # <-
    """,
    good="""
        accounts:
          - {id: moms, platform: wechat-group}
        community:
          groups: [moms]
          rituals:
            - {kind: discussion, account: moms, days: [wed], at: "20:00"}
    """,
)
def no_regular_ritual(plan: Plan) -> Iterator[Problem]:
    """What happens at a fixed time is what members come back for."""
    community = plan.community
    if community is None:
        return
    busy = {one.account for one in community.rituals if one.kind not in NOT_ENOUGH}
    for i, group in enumerate(community.groups):
        account = plan.account(group)
        if account is not None and not account.cadence and busy.isdisjoint((group, None)):
            yield problem("community", "groups", i, group=group)
