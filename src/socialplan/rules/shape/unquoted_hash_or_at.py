"""The rule unquoted-hash-or-at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN109",
    Severity.WARNING,
    message="{why}",
    help="Put the whole value in quotes.",
    source="YAML 1.2.2 §6.6 and §5.3",
    bad="""
        posts:
          - title: Opening day #coffee  # <-
    """,
    good="""
        posts:
          - title: "Opening day #coffee"
    """,
)
def unquoted_hash_or_at(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """A hashtag after a space is a comment to YAML: it vanishes from the copy without a word."""
    for said in mistakes("unquoted-hash-or-at"):
        reason = said.words["reason"]
        severity = Severity.WARNING if reason == "hash" else Severity.ERROR
        words = {**said.words, "why": Term(f"unquoted-{reason}")}
        yield replace(said, words=words, severity=severity)
