"""The rule yaml-1-1-trap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Fix, SetValue
from socialplan.loading import takes
from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.source import Source

_REFUSALS = ("wrong-type", "unknown-value", "impossible-date")


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
    fix=Safety.SAFE,
    aliases=("yaml-1.1-trap",),
)
def yaml_1_1_trap(
    mistakes: Callable[[str], Iterable[Problem]], source: Source
) -> Iterator[Problem]:
    """An editor or a script beside socialplan may read YAML 1.1 and see 556 where 9:16 stands."""
    refused = {said.path for rule in _REFUSALS for said in mistakes(rule)}
    for said in mistakes("yaml-1.1-trap"):
        # What is refused as it stands is refused in quotes, too.
        if said.words["reads_as"] != said.words["text"] and said.path not in refused:
            yield replace(said, fix=_fix(said, source))


def _fix(said: Problem, source: Source) -> Fix | None:
    """Put text in quotes; a number in quotes is another value, and only perhaps meant as text."""
    written = str(said.words["text"])
    if not takes(source, source.existing(said.path), written):
        return None
    safety = Safety.SAFE if isinstance(source.value(said.path), str) else Safety.UNSAFE
    return Fix((SetValue(said.path, written, instead_of=written),), safety)
