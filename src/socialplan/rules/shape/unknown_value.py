"""The rule unknown-value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN105",
    Severity.ERROR,
    message="“{value}” is not one of the known values",
    source="The plan language",
    fix=Safety.UNSAFE,
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
def unknown_value(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """A value that no rule and no page knows has no effect."""
    for said in mistakes("unknown-value"):
        fix = instead(said.path, str(said.words["value"]), said.suggestion)
        yield replace(said, fix=fix)
