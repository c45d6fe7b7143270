"""The rule no-batch-day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SCH161",
    Severity.INFO,
    message="no day of the week is set aside for scheduling the next week",
    help="Write `batch: mon`, or another day, under `workflow:`.",
    source="One fixed day a week for the week to come: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        title: Little Bear  # <-
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
    """,
    good="""
        title: Little Bear
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        workflow:
          batch: {day: mon, at: "10:00"}
    """,
)
def no_batch_day(plan: Plan) -> Iterator[Problem]:
    """Who schedules a week in one sitting is not asked every day what to post today."""
    batch = plan.workflow.batch if plan.workflow else None
    if (batch is None or batch.day is None) and any(account.cadence for account in plan.accounts):
        yield problem("title")
