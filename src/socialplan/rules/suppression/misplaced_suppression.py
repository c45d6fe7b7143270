"""The rule misplaced-suppression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP107",
    Severity.WARNING,
    message="“{code}” is found on line {line}, which this comment does not cover",
    help="Put it on a line of its own above line {first}; there it covers all indented below.",
    source="The linter’s own manners",
    fix=Safety.UNSAFE,
    bad="""
        posts:
          - title: Opening day  # socialplan: ignore[PLN203] -- it opens in March  # <-
            account: lime
    """,
    good="""
        posts:
          # socialplan: ignore[PLN203] -- it opens in March
          - title: Opening day
            account: lime
    """,
)
def misplaced_suppression(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """Who comments inside a post means the post; taken at its word, the comment allows nothing."""
    return mistakes("misplaced-suppression")
