"""The rule account-without-cadence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import PLATFORMS
from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD115",
    Severity.INFO,
    message="“{account}” has no fixed days and times",
    help="Add `cadence:` with a format, days and a time, e.g. the days you kept last month.",
    source="Fixed times and cycles: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - id: line  # <-
            platform: line-oa
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
    """,
)
def account_without_cadence(plan: Plan) -> Iterator[Problem]:
    """Without a fixed day the question what to post comes up every morning, and then it is late."""
    # A group lives by its rituals, and a place outside the packs has no slots to fill.
    groups = set(plan.community.groups) if plan.community else set()
    for i, account in enumerate(plan.accounts):
        if not account.cadence and account.platform in PLATFORMS and account.id not in groups:
            yield problem("accounts", i, account=account.id)
