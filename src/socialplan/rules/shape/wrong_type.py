"""The rule wrong-type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN103",
    Severity.ERROR,
    message="“{value}” is not {expected}",
    source="The plan language",
    bad="""
        goals:
          - id: friends
            target: many  # <-
    """,
    good="""
        goals:
          - id: friends
            target: 600
    """,
)
def wrong_type(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """What is not of the expected shape can be neither counted nor put on a calendar."""
    return mistakes("wrong-type")
