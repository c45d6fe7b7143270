"""The rule not-a-plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.source import Source


@rule(
    "PLN004",
    Severity.ERROR,
    message="a plan holds sections such as `title:` and `posts:`; this file holds {what}",
    help="{repair}",
    source="The plan language",
    bad="""
        - a list of things  # <-
    """,
    good="""
        title: a list of things
    """,
)
def not_a_plan(mistakes: Callable[[str], Iterable[Problem]], source: Source) -> Iterator[Problem]:
    """Without sections there is nothing to check or to print."""
    for said in mistakes("not-a-plan"):
        is_included = said.span is not None and said.span.start > source.files[0].end
        words = {
            **said.words,
            "what": Term(f"found-{said.words['found']}"),
            "repair": Term("not-a-plan-part" if is_included else "not-a-plan-whole"),
        }
        yield replace(said, words=words)
