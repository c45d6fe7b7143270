"""The rule not-a-plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN004",
    Severity.ERROR,
    message="a plan holds sections such as `title:` and `posts:`; this file holds {what}",
    help="Start from `socialplan init`.",
    source="The plan language",
    bad="""
        - a list of things  # <-
    """,
    good="""
        title: a list of things
    """,
)
def not_a_plan(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """Without sections there is nothing to check or to print."""
    for said in mistakes("not-a-plan"):
        words = {**said.words, "what": Term(f"found-{said.words['found']}")}
        yield replace(said, words=words)
