"""The rule too-large."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN003",
    Severity.ERROR,
    message="{what} is over the bound of {limit} {unit}, so the rest is not read",
    help="Split the plan with `include`, or remove the aliases that repeat it.",
    source="socialplan’s own bounds",
    bad=f"title: {'[' * 101}{']' * 101}  # <-",
    good="""
        title: Opening day
    """,
)
def too_large(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """A plan that no person could have written would keep the machine busy for hours."""
    for said in mistakes("too-large"):
        words = {
            "what": Term(f"large-{said.words['what']}"),
            "limit": said.words["limit"],
            "unit": Term(f"unit-{said.words['unit']}"),
        }
        yield replace(said, words=words)
