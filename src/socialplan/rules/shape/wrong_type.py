"""The rule wrong-type."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from socialplan.finding import Fix, SetValue
from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN103",
    Severity.ERROR,
    message="“{value}” is not {expected}",
    source="The plan language",
    fix=Safety.SAFE,
    bad="""
        goals:
          - id: friends
            target: many  # <-
            due: 2027/03/31  # <-
    """,
    good="""
        goals:
          - id: friends
            target: 600
            due: 2027-03-31
    """,
)
def wrong_type(mistakes: Callable[[str], Iterable[Problem]]) -> Iterator[Problem]:
    """What is not of the expected shape can be neither counted nor put on a calendar."""
    for said in mistakes("wrong-type"):
        yield replace(said, fix=_fix(said))


def _fix(said: Problem) -> Fix | None:
    """Write it in the shape that was probably meant; safe where no word of it is lost."""
    if said.suggestion is None:
        return None
    written = unicodedata.normalize("NFKC", str(said.words["value"]))
    safety = Safety.SAFE if _figures().fullmatch(written) else Safety.UNSAFE
    return Fix((SetValue(said.path, _value(said.suggestion)),), safety)


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[-\d\s:,'_/.年月日點点h]+")


def _value(suggestion: str) -> str | int | float:
    if re.fullmatch(r"-?\d+", suggestion):
        return int(suggestion)
    if re.fullmatch(r"-?\d+\.\d+", suggestion):
        return float(suggestion)
    return suggestion.strip('"')
