"""The rule include-outside-folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN302",
    Severity.ERROR,
    message="“{pattern}” leads out of the plan’s folder",
    help="Move the file below the plan’s folder.",
    source="The plan language",
    bad="""
        include: [../other/posts.yaml]  # <-
    """,
    good="""
        include: []
    """,
)
def include_outside_folder(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A plan that reads other folders cannot be checked or shared safely."""
    return mistakes("include-outside-folder")
