"""The rule include-not-found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN301",
    Severity.ERROR,
    message="`include` finds nothing for “{pattern}”{because}",
    help="Patterns start at the plan’s own folder, for example posts/*.yaml.",
    source="The plan language",
    bad="""
        include: [posts/*.yaml]  # <-
    """,
    good="""
        include: []
    """,
)
def include_not_found(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """Posts in a file that is not found are missing from every calendar."""
    for said in mistakes("include-not-found"):
        words = {**said.words, "because": Term(f"include-{said.words['why']}")}
        yield replace(said, words=words)
