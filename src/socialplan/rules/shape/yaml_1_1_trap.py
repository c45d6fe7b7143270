"""The rule yaml-1-1-trap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN108",
    Severity.INFO,
    message="other programs may read “{text}” as {reads_as}",
    help="Put it in quotes.",
    source="YAML 1.1, which many tools still follow, reads base 60, octal and yes/no",
    bad="""
        posts:
          - title: Opening day
            options: {ratio: 9:16}  # <-
    """,
    good="""
        posts:
          - title: Opening day
            options: {ratio: "9:16"}
    """,
    aliases=("yaml-1.1-trap",),
)
def yaml_1_1_trap(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """An editor or a script beside socialplan may read YAML 1.1 and see 556 where 9:16 stands."""
    for said in mistakes("yaml-1.1-trap"):
        if said.words["reads_as"] != said.words["text"]:  # as text is as it was meant
            yield said
