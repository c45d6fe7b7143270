"""The rule insight-without-evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "AUD134",
    Severity.INFO,
    message="the insight “{insight}” does not say which numbers show it",
    help="Add `evidence:`, or move it to `assumptions:` with a day to look again.",
    source="The 4D strategy that this tool grew from: insights are found in data",
    bad="""
        insights:
          - statement: Guests come back for the cinnamon rolls  # <-
    """,
    good="""
        insights:
          - statement: Guests come back for the cinnamon rolls
            evidence: On 4 of 10 receipts with a second visit in September
    """,
)
def insight_without_evidence(plan: Plan) -> Iterator[Problem]:
    """An insight without numbers is an opinion with a better name."""
    for i, insight in enumerate(plan.insights):
        if not insight.evidence:
            yield problem("insights", i, insight=insight.statement)
