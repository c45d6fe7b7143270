"""The rule review-without-change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MEA141",
    Severity.INFO,
    message="the review of {date} found something and changed nothing: “{found}”",
    help="Add `change:` with what is done differently from now on, be it to go on as before.",
    source="Corrected while it runs: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        reviews:
          every: month
          log:
            - {date: 2026-11-01, found: Fridays do best}  # <-
    """,
    good="""
        reviews:
          every: month
          log:
            - {date: 2026-11-01, found: Fridays do best, change: two posts on Friday}
    """,
)
def review_without_change(plan: Plan) -> Iterator[Problem]:
    """A finding that leads to nothing is found again at the next review."""
    for i, entry in enumerate(plan.reviews.log if plan.reviews else ()):
        if entry.found and not entry.change:
            words = {"date": entry.date or f"#{i + 1}", "found": entry.found}
            yield problem("reviews", "log", i, **words)
