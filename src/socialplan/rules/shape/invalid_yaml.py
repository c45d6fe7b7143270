"""The rule invalid-yaml."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule
from socialplan.rules.shape.quoting import quoted
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Fix, Problem
    from socialplan.source import Source


_KEY_BEHIND_WIDE_COMMA = re.compile(r"，\s*[a-z_]+\s*[:：]")
_WIDE_COLON = re.compile(r"(?:-\s*)?\w{1,12}\s*：")


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
        reason = _reason(said)
        words = {**said.words, "why": Term(f"yaml-{reason}"), "repair": Term(f"yaml-{reason}-help")}
        yield replace(said, words=words, fix=_fix(said, source))


def _reason(said: Problem) -> object:
    """Tell where an input method has left its full-width signs."""
    reason, text = said.words["reason"], str(said.words["text"])
    if reason == "colon-in-text" and _KEY_BEHIND_WIDE_COMMA.search(text):
        return "fullwidth-comma"
    if reason == "missing-colon" and _WIDE_COLON.match(text):
        return "fullwidth-colon"
    return reason


def _fix(said: Problem, source: Source) -> Fix | None:
    """Quote what is meant as text; keys that were run into it are none."""
    return quoted(said, source) if _reason(said) == said.words["reason"] else None
