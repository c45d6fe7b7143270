"""The rule unknown-key."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from socialplan.finding import Fix, RenameKey
from socialplan.loading import takes
from socialplan.loading.habits import by_habit
from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.source import Source

A_SLIP = 0.8
"""How alike two keys are, of 1, when one of them is only misspelt: `titel`, `title`."""

A_GUESS = 0.75
"""How alike they are at least when one is proposed for the other: not `alt_text`, `text`."""


@rule(
    "PLN102",
    Severity.ERROR,
    message="“{key}” is not a key of this section{why}",
    source="The plan language",
    fix=Safety.SAFE,
    bad="""
        posts:
          - titel: Opening day  # <-
    """,
    good="""
        posts:
          - title: Opening day
    """,
)
def unknown_key(mistakes: Callable[[str], Iterable[Problem]], source: Source) -> Iterator[Problem]:
    """A misspelt key is silently lost: the post has no title and nobody sees it."""
    found = list(mistakes("unknown-key"))
    meant = Counter((said.path[:-1], said.suggestion) for said in found)
    for said in found:
        fix = _fix(said, source)
        if fix and fix.safety is Safety.UNSAFE and meant[said.path[:-1], said.suggestion] > 1:
            fix = None  # of `date` and `time` only one would become `at`, and the other be lost
        yield replace(said, fix=fix)


def _fix(said: Problem, source: Source) -> Fix | None:
    """Rename what is a slip of the pen; where one word is taken for another, a person decides.

    So does one where the value does not fit the other key: the mistake would only move there.
    """
    if said.suggestion is None or said.words["why"]:  # the value went into the key
        return None
    if said.suggestion == "include" and len(said.path) == 1:  # whole files would come with it
        return None
    key = str(said.words["key"]).casefold()
    alike = SequenceMatcher(None, key, said.suggestion).ratio()
    if alike < A_GUESS and by_habit(key, said.words["known"]) is None:  # type: ignore[arg-type]
        return None
    meant = (*said.path[:-1], said.suggestion)
    fits = len(meant) == 1 or takes(source, meant, source.value(said.path))
    safety = Safety.SAFE if alike >= A_SLIP and fits else Safety.UNSAFE
    return Fix((RenameKey(said.path, said.suggestion),), safety)
