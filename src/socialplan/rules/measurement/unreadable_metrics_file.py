"""The rule unreadable-metrics-file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.readings import Readings

SHOWN = 5
"""Faults of one file that are said; who repairs these finds the others."""


@rule(
    "MEA101",
    Severity.ERROR,
    message="“{file}”{line}: {why}",
    help="A file of readings is a CSV in UTF-8 beside the plan: date, account, metric, value; or a "
    "column for each metric.",
    source="The plan language: readings stand in a CSV below the plan's own folder",
    bad="""
        metrics:
          file: numbers.csv  # <-
          sources: [LINE Official Account Manager]
    """,
    good="""
        metrics:
          sources: [LINE Official Account Manager]
    """,
)
def unreadable_metrics_file(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """A number that was written down where nobody can read it is lost at the review."""
    if plan.metrics is None:
        return
    for trouble in readings.troubles[:SHOWN]:
        words = {
            "file": plan.metrics.file,
            "line": Phrase("readings-line", {"line": trouble.line}) if trouble.line else "",
            "text": trouble.text,
            "why": Term(f"readings-{trouble.why}"),
        }
        yield problem("metrics", "file", **words)
