"""The rule dead-glob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP105",
    Severity.WARNING,
    message="“{glob}” in {key} matches no plan that was checked",
    help="Delete it, or mend the path; it is relative to the configuration file.",
    source="The linter’s own manners",
    bad="""
        # socialplan.toml
        [per-file-ignores]
        "old/*" = ["TXT"]  # <-
    """,
    good="""
        # socialplan.toml
        [per-file-ignores]
        "*.yaml" = ["TXT"]
    """,
)
def dead_glob(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """An exception for files that are gone hides the next file of that name."""
    return mistakes("dead-glob")
