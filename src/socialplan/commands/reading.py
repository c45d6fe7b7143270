"""The plan that a command's argument means, loaded; what is wrong with it goes to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.loading import Loaded
    from socialplan.source import Source

SHOWN = 5
"""Mistakes that are named before a page; `lint` tells all."""


def open_loaded(path: Path | None, language: str | None) -> Loaded:
    """Load a plan as far as it can be understood, and say what could not be."""
    from socialplan.commands import options
    from socialplan.loading import load_plan

    loaded = load_plan(_source(path))
    if loaded.mistakes:
        _warn(loaded, options.language(language))
    return loaded


def _source(path: Path | None) -> Source:
    from pathlib import Path

    from socialplan.escaping import for_terminal
    from socialplan.locating import plan_at
    from socialplan.source import read_plan, read_text

    if path is not None and str(path) == "-":
        return read_text(sys.stdin.buffer.read(), "<stdin>", Path())
    found = plan_at(path)
    if found.parent.name == ".." or (path is None and found.is_absolute()):
        print(f"socialplan: {for_terminal(str(found))}", file=sys.stderr)  # not where one stands
    return read_plan(found)


def _warn(loaded: Loaded, language: str) -> None:
    """Say on standard error which mistakes the page leaves out."""
    from datetime import date

    from socialplan.finding import Severity
    from socialplan.linting import lint
    from socialplan.reporting import concise
    from socialplan.rules.shape import RULES
    from socialplan.translating import words

    typed = [rule for rule in RULES if "mistakes" in rule.needs]
    found, say = lint(loaded, typed, date.today(), language), words(language)
    errors = [one for one in found if one.severity is Severity.ERROR]
    for one in errors[:SHOWN]:
        print(concise.line(one, say("lint.error")), file=sys.stderr)
    if len(errors) > SHOWN:
        print(say("errors.and-more", count=len(errors) - SHOWN), file=sys.stderr)
