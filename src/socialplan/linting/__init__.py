"""A plan and rules make findings: choose, run, say, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.linting.running import run
from socialplan.linting.saying import finding_of
from socialplan.linting.selecting import Selection, choose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from socialplan.finding import Finding
    from socialplan.loading import Loaded
    from socialplan.rule import Rule

__all__ = ["Selection", "choose", "lint"]


def lint(loaded: Loaded, rules: Sequence[Rule], today: date, language: str = "en") -> list[Finding]:
    """Find what the rules say of a plan, in the order of its text."""
    source = loaded.source
    findings = {
        finding_of(rule, said, source, language): None for rule, said in run(rules, loaded, today)
    }
    files = {file.name: number for number, file in enumerate(source.files)}
    return sorted(
        findings,
        key=lambda one: (files.get(one.place.file, 0), one.place[1:], one.code, one.message),
    )
