"""The rule no-introduction-ritual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.community.groups import run_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM121",
    Severity.INFO,
    message="nothing leads new members to introduce themselves",
    help="Add a ritual or a script of `kind: introduction`, with three easy questions.",
    source="The community-plan guide that this tool grew from: introductions make trust",
    bad="""
        community:  # <-
          groups: [moms]
          rituals:
            - {kind: discussion, account: moms, days: [wed], at: "20:00"}
    """,
    good="""
        community:
          groups: [moms]
          rituals:
            - {kind: discussion, account: moms, days: [wed], at: "20:00"}
            - {kind: introduction, account: moms, days: [mon], at: "20:00"}
    """,
)
def no_introduction_ritual(plan: Plan) -> Iterator[Problem]:
    """People answer somebody whom they know a little; among strangers everybody waits."""
    community = run_groups(plan)
    if community is None:
        return
    kinds = {one.kind for one in community.rituals} | {one.kind for one in community.scripts}
    if "introduction" not in kinds:
        yield Problem(("community",), {}, on_key=True)
