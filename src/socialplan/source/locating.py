"""Mistakes that know their characters learn the path of the value there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Mistake

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.source.tree import Source


MOST = 1_000_000
"""Keys that are passed on the way to mistakes, about half a second; a plan of which one mapping has
thousands of them, each with a mistake, is no plan."""


def located(source: Source) -> list[Mistake]:
    """The mistakes in the order of the text, each with its path as far as one looks for them."""
    found, left = [], MOST
    for mistake in source.mistakes:
        told = _with_path(source, mistake) if left > 0 else _without_path(mistake)
        left -= _keys_along(source, told.problem.path)
        found.append(told)
    return sorted(found, key=lambda mistake: _start(source, mistake))


def _keys_along(source: Source, path: PlanPath) -> int:
    parts = [source.value(path[:depth]) for depth in range(len(path) + 1)]
    return sum(len(part) for part in parts if isinstance(part, dict))


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
