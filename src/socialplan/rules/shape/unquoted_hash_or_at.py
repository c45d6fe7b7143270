"""The rule unquoted-hash-or-at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Fix, SetValue, Span
from socialplan.loading import takes
from socialplan.plan.references import references
from socialplan.rule import Safety, Severity, rule
from socialplan.rules.shape.quoting import quoted
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.source import Source


@rule(
    "PLN109",
    Severity.WARNING,
    message="{why}",
    help="{repair}",
    source="YAML 1.2.2 §6.6 and §5.3",
    fix=Safety.SAFE,
    bad="""
        posts:
          - title: Opening day #coffee  # <-
    """,
    good="""
        posts:
          - title: "Opening day #coffee"
    """,
)
def unquoted_hash_or_at(
    mistakes: Callable[[str], Iterable[Problem]], plan: Plan, source: Source
) -> Iterator[Problem]:
    """A hashtag after a space is a comment to YAML: it vanishes from the copy without a word."""
    for said in mistakes("unquoted-hash-or-at"):
        reason = said.words["reason"]
        lost = reason in ("hash", "hash-below-block")
        if reason == "hash" and _is_comment(said, plan, source):
            continue
        severity = Severity.WARNING if lost else Severity.ERROR
        repair = Term("indent-line" if reason == "hash-below-block" else "quote-value")
        words = {**said.words, "why": Term(f"unquoted-{reason}"), "repair": repair}
        fix = None
        if reason != "hash-below-block":
            fix = _fix(said, source) if lost else quoted(said, source)
        yield replace(said, words=words, severity=severity, fix=fix)


def _is_comment(said: Problem, plan: Plan, source: Source) -> bool:
    """Say so behind a name, a date or another value that takes no further words."""
    if not said.path or source.value(said.path) is None:  # of hundreds nobody looks for the path
        return False
    return said.path in plan.once(_names) or not takes(source, said.path, said.words["text"])


def _names(plan: Plan) -> set[PlanPath]:
    """The places of names, and of the lists in whose place one name stands."""
    return {path for one in references(plan) for path in (one.path, one.path[:-1])}


def _fix(said: Problem, source: Source) -> Fix | None:
    """Take what was cut off back into the text; it may have been meant as a comment after all."""
    kept = source.value(said.path)
    if said.span is None or not (kept is None or isinstance(kept, str)):
        return None
    start = source.span(said.path).start if kept else said.span.start
    whole = Span(start, said.span.end)
    text = source.text(whole)
    if not takes(source, said.path, text):
        return None
    change = SetValue(said.path, text, span=whole)
    return Fix((change,), Safety.UNSAFE)
