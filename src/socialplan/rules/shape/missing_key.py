"""The rule missing-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN104",
    Severity.ERROR,
    message="“{key}” is missing",
    source="The plan language",
    bad="""
        accounts:
          - platform: line-oa  # <-
    """,
    good="""
        accounts:
          - platform: line-oa
            id: line
    """,
)
def missing_key(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """The few required keys are those without which nothing else makes sense."""
    return mistakes("missing-key")
