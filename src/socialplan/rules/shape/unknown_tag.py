"""The rule unknown-tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN005",
    Severity.ERROR,
    message="the tag “{tag}” has no meaning in a plan",
    help="Remove it, or put the value in quotes if it begins with an exclamation mark.",
    source="YAML 1.2.2 §6.9",
    bad="""
        title: !important Sale  # <-
    """,
    good="""
        title: "!important Sale"
    """,
)
def unknown_tag(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """A tag asks a program to read a value in a special way, and no program does."""
    return mistakes("unknown-tag")
