"""The rule wrong-type."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from socialplan.finding import Fix, SetValue
from socialplan.rule import Safety, Severity, rule
from socialplan.rules.shape.days import dated
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.source import Source

_RESHAPED = (Term("expected-mapping"), Term("expected-text"))
"""Where another shape is proposed, which is no value."""
_WIDE = re.compile("[！-～\u3000]")


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
def wrong_type(
    mistakes: Callable[[str], Iterable[Problem]], plan: Plan, source: Source
) -> Iterator[Problem]:
    """What is not of the expected shape can be neither counted nor put on a calendar."""
    for said in mistakes("wrong-type"):
        told = said
        if said.path[-2:] == ("interaction", "terms"):
            told = replace(said, words={**said.words, "expected": Term("expected-terms")})
        if said.suggestion is None and _asks_for_a_day(said):
            told = dated(said, plan, source)
        is_shape = said.words["expected"] != Term("expected-mapping")
        if is_shape and _WIDE.search(str(said.words["value"])) and told.suggestion:
            narrow = Phrase("expected-half-width", {"expected": said.words["expected"]})
            told = replace(told, words={**said.words, "expected": narrow})
        yield replace(told, fix=_fix(told))


def _asks_for_a_day(said: Problem) -> bool:
    return said.words["expected"] in (Term("expected-date-shape"), Term("expected-time-missing"))


def _fix(said: Problem) -> Fix | None:
    """Write it in the shape that was probably meant; safe where no word of it is lost."""
    if said.suggestion is None or said.words["expected"] in _RESHAPED:
        return None
    from socialplan.loading.meaning import several, value_meant

    meant = value_meant(said.suggestion)
    if isinstance(meant, str) and ", " in meant:  # several values are no value
        return None
    written = unicodedata.normalize("NFKC", str(said.words["value"]))
    year = re.match(r"\d{4}(?=-)", said.suggestion)
    sure = _figures().fullmatch(written) and (year is None or written.strip().startswith(year[0]))
    sure = sure or (isinstance(meant, tuple) and several(written.casefold()) == [*meant])
    is_rate = said.suggestion.endswith("%")  # of 50 it is only likely that it means 50%
    safety = Safety.SAFE if sure and not is_rate else Safety.UNSAFE
    return Fix((SetValue(said.path, meant),), safety)


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[-\d\s:,'_/.年月日點点h]+")
