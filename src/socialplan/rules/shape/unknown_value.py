"""The rule unknown-value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN105",
    Severity.ERROR,
    message="“{value}” is not one of the known values",
    source="The plan language",
    bad="""
        posts:
          - title: Opening day
            status: aproved  # <-
    """,
    good="""
        posts:
          - title: Opening day
            status: approved
    """,
)
def unknown_value(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A value that no rule and no page knows has no effect."""
    return mistakes("unknown-value")
