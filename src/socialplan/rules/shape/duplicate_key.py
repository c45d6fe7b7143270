"""The rule duplicate-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN101",
    Severity.ERROR,
    message="the key “{key}” is written twice; only the first counts",
    help="Keep one of the two.",
    source="YAML 1.2.2 §3.2.1.3: keys are unique",
    bad="""
        brand:
          name: Little Bear
          market: TW
          name: Big Bear  # <-
    """,
    good="""
        brand:
          name: Little Bear
          market: TW
    """,
)
def duplicate_key(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """Most programs keep one of the two values without saying which."""
    return mistakes("duplicate-key")
