"""A plan and rules make findings: choose, run, say, suppress, sort."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from socialplan.linting.fingerprints import fingerprint, named_path
from socialplan.linting.running import run
from socialplan.linting.saying import finding_of
from socialplan.linting.selecting import Selection, choose
from socialplan.linting.sharing import say_all
from socialplan.linting.suppressing import suppress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from socialplan.finding import Finding
    from socialplan.linting.report import Allowed
    from socialplan.loading import Loaded
    from socialplan.rule import Rule

__all__ = ["Linted", "Selection", "choose", "lint", "lint_all"]

OF_THE_LINTER = "SUP"
"""The family of rules on suppressions, which can only speak when the others have spoken."""


class Linted(NamedTuple):
    """What is said of a plan, and what its comments allow."""

    findings: list[Finding]
    allowed: list[Allowed]


def lint(loaded: Loaded, rules: Sequence[Rule], today: date, language: str = "en") -> list[Finding]:
    """Find what the rules say of a plan, in the order of its text."""
    return lint_all(loaded, rules, rules, today, language).findings


def lint_all(
    loaded: Loaded, rules: Sequence[Rule], every: Sequence[Rule], today: date, language: str
) -> Linted:
    """Do the same, minding suppressions; `every` rule may be named in one, chosen or not."""
    asked = [rule for rule in rules if rule.family != OF_THE_LINTER]
    said = say_all(asked, loaded, lambda some: _said(some, loaded, today, language))
    left = suppress(said, loaded.source, today, asked, every)
    if left.mistakes:
        after = [rule for rule in rules if rule.family == OF_THE_LINTER]
        aftermath = replace(loaded, mistakes=tuple(left.mistakes))
        left.findings.extend(_said(after, aftermath, today, language))
    files = {file.name: number for number, file in enumerate(loaded.source.files)}
    left.findings.sort(
        key=lambda one: (files.get(one.place.file, 0), one.place[1:], one.code, one.message)
    )
    return Linted(left.findings, left.allowed)


def _said(rules: Sequence[Rule], loaded: Loaded, today: date, language: str) -> list[Finding]:
    """Run rules and say each problem once."""
    findings: dict[object, Finding] = {}
    for rule, said in run(rules, loaded, today):
        found = finding_of(rule, said, loaded, language)
        key = found.code, found.place, found.message, found.related, found.fix and found.fix.edits
        if key in findings:
            findings[key] = _with_change(findings[key], found)
            continue
        named = named_path(loaded, found.path)
        mark = fingerprint(loaded, found.code, found.path, named)
        findings[key] = replace(found, named_path=named, fingerprint=mark)
    return list(findings.values())


def _with_change(first: Finding, again: Finding) -> Finding:
    """Keep one of what an anchor holds; its fix means a change wherever an alias repeats it."""
    if first.fix is None or again.fix is None:
        return first
    changes = dict.fromkeys((*first.fix.changes, *again.fix.changes))
    return replace(first, fix=first.fix._replace(changes=tuple(changes)))
