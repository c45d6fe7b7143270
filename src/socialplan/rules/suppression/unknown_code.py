"""The rule unknown-code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP102",
    Severity.ERROR,
    message="“{code}” allows nothing: {why}",
    help="`socialplan explain` lists the rules.",
    source="The linter’s own manners",
    fix=Safety.UNSAFE,
    bad="""
        posts:
          # socialplan: ignore[dangling-refrence] -- we know  # <-
          - account: lime
    """,
    good="""
        posts:
          # socialplan: ignore[dangling-reference] -- we know
          - account: lime
    """,
)
def unknown_code(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A misspelt code allows nothing, and the next reader believes that it does."""
    return mistakes("unknown-code")
