"""A rule held to its own examples: the marked lines of the bad one, none of the good one."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from socialplan.translating import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.rule import Rule

_REQUIRED = {"socialplan": "1", "title": "Example", "brand": "{name: Example}"}


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[ ]*# <-[ ]*$", re.MULTILINE)


def marked_lines(example: str) -> set[int]:
    """List the lines that an example says are faulty, from 1."""
    return {number for number, line in enumerate(example.splitlines(), 1) if _mark().search(line)}


def failures_of(rule: Rule, language: str) -> Iterator[str]:
    """Say where a rule and its examples disagree."""
    say = words(language)
    for which, example in (("bad", rule.bad()), ("good", rule.good())):
        if not example.strip():
            yield say("explain.no-example", rule=str(rule), which=which)
            continue
        wanted, found = marked_lines(example), _lines_found(rule, example)
        if which == "bad" and not wanted:
            yield say("explain.no-mark", rule=str(rule))
        if found != wanted:
            lines = {"found": _lines(found), "wanted": _lines(wanted)}
            yield say("explain.disagrees", rule=str(rule), which=which, **lines)


def _lines_found(rule: Rule, example: str) -> set[int]:
    from socialplan.linting import lint
    from socialplan.loading import load_plan
    from socialplan.source import read_text

    text = _mark().sub("", example)
    text += "".join(
        f"{key}: {value}\n"
        for key, value in _REQUIRED.items()
        if not re.search(rf"(?m)^{key}:", text)
    )
    loaded = load_plan(read_text(text, "example", None))
    return {one.place.line for one in lint(loaded, [rule], date(2026, 11, 21))}


def _lines(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "–"
