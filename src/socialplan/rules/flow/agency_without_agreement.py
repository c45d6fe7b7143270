"""The rule agency-without-agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

OWN = frozenset(("own", "in-house", "inhouse", "internal", "自有", "自家", "內部", "内部", "公司"))
"""How people write that somebody is staff of the brand itself."""


@rule(
    "FLO104",
    Severity.WARNING,
    message="people of “{org}” work on the plan, and no agreement with it is named",
    help="Add `agreement:` with the contract that fixes scope and responsibility.",
    source="Working with an outside party: an agency's guide to the LINE plan table",
    bad="""
        team:
          - {id: amy, org: own, roles: [lead]}
          - {id: ben, org: Big Sky Agency, roles: [author]}  # <-
    """,
    good="""
        team:
          - {id: amy, org: own, roles: [lead]}
          - {id: ben, org: Big Sky Agency, roles: [author], agreement: contract of 2026-10-01}
    """,
)
def agency_without_agreement(plan: Plan) -> Iterator[Problem]:
    """Without an agreement nobody knows who pays for a wrong price, or who owns the pictures."""
    agreed = {person.org for person in plan.team if person.agreement}
    agreed.add(plan.brand.name)
    for i, person in enumerate(plan.team):
        if person.org and person.org not in agreed and person.org.casefold() not in OWN:
            agreed.add(person.org)
            yield Problem(("team", i), {"org": person.org})
