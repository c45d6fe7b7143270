"""The rule unused-suppression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP101",
    Severity.WARNING,
    message="“{code}” finds nothing here any more",
    help="Delete it from the comment.",
    source="The linter’s own manners",
    fix=Safety.SAFE,
    bad="""
        posts:
          # socialplan: ignore[dangling-reference] -- the account opens in March  # <-
          - title: Opening day
    """,
    good="""
        posts:
          - title: Opening day
    """,
)
def unused_suppression(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A comment that allows what no longer happens will one day hide what does."""
    return mistakes("unused-suppression")
