"""The rule invalid-yaml."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule
from socialplan.rules.shape.quoting import quoted
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.source import Source


@rule(
    "PLN001",
    Severity.ERROR,
    message="{why}",
    help="{repair}",
    source="YAML 1.2.2",
    fix=Safety.SAFE,
    bad="""
        posts:
          - title: New: iced latte  # <-
    """,
    good="""
        posts:
          - title: "New: iced latte"
    """,
)
def invalid_yaml(mistakes: Callable[[str], Iterable[Problem]], source: Source) -> Iterator[Problem]:
    """What is not YAML cannot be read, so that part of the plan is missing from every page."""
    for said in mistakes("invalid-yaml"):
        reason = said.words["reason"]
        words = {**said.words, "why": Term(f"yaml-{reason}"), "repair": Term(f"yaml-{reason}-help")}
        yield replace(said, words=words, fix=quoted(said, source))
