"""Mistakes that know their characters learn the path of the value there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Mistake

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.source.tree import Source


MOST = 200
"""Mistakes whose path is looked for; in a mapping of thousands of keys each search is long."""


def located(source: Source) -> list[Mistake]:
    """The mistakes in the order of the text, each with its path as far as one looks for them."""
    found = [_with_path(source, mistake) for mistake in source.mistakes[:MOST]]
    found += [_without_path(mistake) for mistake in source.mistakes[MOST:]]
    return sorted(found, key=lambda mistake: _start(source, mistake))


def _with_path(source: Source, mistake: Mistake) -> Mistake:
    problem = mistake.problem
    if problem.span is None or problem.path:
        return mistake
    words = dict(problem.words)
    at = words.pop("at", problem.span.start)
    path = source.path_at(at if isinstance(at, int) else problem.span.start)
    if mistake.rule == "duplicate-key":
        path = _with_key(source, path, str(words["key"]))
    return Mistake(mistake.rule, replace(problem, path=path, words=words))


def _without_path(mistake: Mistake) -> Mistake:
    words = {name: word for name, word in mistake.problem.words.items() if name != "at"}
    return Mistake(mistake.rule, replace(mistake.problem, words=words))


def _with_key(source: Source, path: PlanPath, key: str) -> PlanPath:
    """The path of the first value, which is the one that counts."""
    if path[-1:] == (key,) or source.span((*path, key), on_key=True) == source.span(path):
        return path
    return (*path, key)


def _start(source: Source, mistake: Mistake) -> int:
    span = mistake.problem.span
    return source.span(mistake.problem.path).start if span is None else span.start
