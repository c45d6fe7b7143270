"""The rule unknown-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN102",
    Severity.ERROR,
    message="“{key}” is not a key of this section",
    source="The plan language",
    bad="""
        posts:
          - titel: Opening day  # <-
    """,
    good="""
        posts:
          - title: Opening day
    """,
)
def unknown_key(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A misspelt key is silently lost: the post has no title and nobody sees it."""
    return mistakes("unknown-key")
