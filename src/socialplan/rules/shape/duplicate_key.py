"""The rule duplicate-key."""

from __future__ import annotations

from dataclasses import replace
from inspect import cleandoc
from typing import TYPE_CHECKING

from socialplan.finding import Fix, Rewrite, Span
from socialplan.loading.explaining import is_behind_a_comma
from socialplan.rule import Safety, Severity, rule
from socialplan.source import read_text
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem
    from socialplan.source import Source


@rule(
    "PLN101",
    Severity.ERROR,
    message="the key “{key}” is written twice; only the first counts",
    help="{repair}",
    source="YAML 1.2.2 §3.2.1.3: keys are unique",
    fix=Safety.SAFE,
    bad="""
        brand:
          name: Little Bear
          market: TW
          name: Big Bear  # <-
    """,
    good="""
        brand:
          name: Little Bear
          market: TW
    """,
)
def duplicate_key(
    mistakes: Callable[[str], Iterable[Problem]], source: Source
) -> Iterator[Problem]:
    """Most programs keep one of the two values without saying which."""
    for said in mistakes("duplicate-key"):
        split = is_behind_a_comma(str(said.words["key"]))
        several = isinstance(source.value(said.path), list)
        kind = "comma" if split else "list" if several else "one"
        words = {**said.words, "repair": Term(f"duplicate-{kind}")}
        yield replace(said, words=words, fix=None if split else _fix(said, source))


def _fix(said: Problem, source: Source) -> Fix | None:
    """Delete the second: safe where it says nothing new; a part or a list is too much to lose."""
    entry = _entry(source, said.span) if said.span is not None and said.path else None
    if entry is None:
        return None
    second = read_text(cleandoc(source.text(entry)), "")
    if any(one.rule != "yaml-1.1-trap" for one in second.mistakes):
        return None
    same = repr(second.value(said.path[-1:])) == repr(source.value(said.path))
    if not same and isinstance(second.value(said.path[-1:]), dict | list):
        return None
    return Fix((Rewrite(entry, ""),), Safety.SAFE if same else Safety.UNSAFE)


def _entry(source: Source, key: Span) -> Span | None:
    """Find the lines of a key and its value; None inside brackets or behind a dash."""
    file = source.file_of(key.start)
    first = last = file.place(key).line
    line = file.line_text(first)
    indent = len(line) - len(line.lstrip(" "))
    if file.line_starts[first - 1] + indent != key.start - file.base:
        return None
    for number in range(first + 1, len(file.line_starts) + 1):
        text = file.line_text(number)
        depth = len(text) - len(text.lstrip(" "))
        if text.strip() and depth <= indent and not (depth == indent and text[depth:][:2] == "- "):
            break
        if text.strip():
            last = number
    starts = file.line_starts
    end = starts[last] if last < len(starts) else len(file.text)
    return Span(file.base + starts[first - 1], file.base + end)
