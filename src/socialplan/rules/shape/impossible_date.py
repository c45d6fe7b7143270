"""The rule impossible-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN106",
    Severity.ERROR,
    message="“{value}” does not exist in the calendar",
    help="Write dates as 2026-11-25 and date-times as 2026-11-25 20:00.",
    source="ISO 8601",
    bad="""
        posts:
          - title: Opening day
            at: 2026-11-31 20:00  # <-
    """,
    good="""
        posts:
          - title: Opening day
            at: 2026-11-30 20:00
    """,
)
def impossible_date(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A post on a day that does not exist never goes out."""
    return mistakes("impossible-date")
