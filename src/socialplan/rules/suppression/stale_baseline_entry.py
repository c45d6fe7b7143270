"""The rule stale-baseline-entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP106",
    Severity.ERROR,
    message="the baseline has “{rule}” at {path}, which is mended, or says something else by now",
    help="Run `socialplan lint --prune-baseline`.",
    source="The linter’s own manners",
    bad="""
        # baseline.json
        {"version": 1, "findings": [
          {"rule": "PLN203", "fingerprint": "0123456789abcdef",  # <-
           "path": "posts/x/account", "reason": "", "date": "2026-01-01"}
        ]}
    """,
    good="""
        # baseline.json
        {"version": 1, "findings": [
        ]}
    """,
)
def stale_baseline_entry(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A baseline may only shrink; an entry for what is mended would let it come back unseen."""
    return mistakes("stale-baseline-entry")
