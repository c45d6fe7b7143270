"""The rule include-loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN303",
    Severity.ERROR,
    message="“{pattern}” includes itself",
    help="Remove the `include` that leads back.",
    source="The plan language",
    bad="""
        include: [socialplan.yaml]  # <-
    """,
    good="""
        include: []
    """,
)
def include_loop(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A file that includes itself has no end."""
    return mistakes("include-loop")
