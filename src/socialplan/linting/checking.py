"""One plan checked under its settings: load, lint, leave out what is allowed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.finding import Severity
from socialplan.linting import Linted, lint_all
from socialplan.linting.consulting import consulted
from socialplan.linting.report import Checked, lines_shown
from socialplan.linting.selecting import Selection, choose, is_wanted, strength

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from pathspec import GitIgnoreSpec

    from socialplan.config import Settings
    from socialplan.finding import Finding
    from socialplan.loading import Loaded
    from socialplan.rule import Rule
    from socialplan.source import Source


@dataclass(frozen=True)
class Job:
    """One plan to check; everything in it can go to another process."""

    path: Path
    settings: Settings
    today: date
    language: str
    given: bytes | None = None
    """The plan's text where it comes from standard input; `path` is its name then."""
    since: str | None = None
    """Only what was not found at the merge base with this revision."""
    instead: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes to take for those of the files of these names, which are not saved yet."""


_LAST: list[Loaded] = []
"""The plan checked last: to free a large one takes time, and a program that ends can spare it."""


def check(job: Job) -> Checked:
    """Check one plan."""
    from socialplan.loading import load_plan

    _LAST.clear()
    source = source_of(job)
    loaded = load_plan(source)
    _LAST.append(loaded)
    linted = lint_under(job.settings, loaded, job.today, job.language)
    findings = linted.findings
    if job.since is not None:
        from socialplan.linting.changed import only_new

        findings = only_new(findings, job)
    folder = source.files[0].path.parent if source.files and source.files[0].path else None
    return Checked(
        files=tuple(file.name for file in source.files),
        paths=tuple(str(file.path) for file in source.files if file.path is not None),
        findings=findings,
        allowed=linted.allowed,
        lines=lines_shown(source, findings),
        consulted=consulted(loaded.plan, folder),
        globs=tuple((str(folder), one) for one in source.patterns) if folder else (),
    )


def lint_under(settings: Settings, loaded: Loaded, today: date, language: str) -> Linted:
    """Lint a plan as its settings want: rules, severities, files in which something is ignored."""
    every = rules_of(settings)
    selection = selection_of(settings)
    chosen = choose(every, selection)
    linted = lint_all(loaded, chosen, every, today, language)
    unasked = {rule.name for rule in chosen if not is_wanted(rule, selection)}
    found = [replace(one, fix=None) if one.name in unasked else one for one in linted.findings]
    findings = as_set(found, settings, every)
    return Linted(_without_ignored(findings, loaded.source, settings, every), linted.allowed)


def rules_of(settings: Settings) -> Sequence[Rule]:
    """List every rule, a configuration's own among them."""
    from socialplan.rules import all_rules

    rules = all_rules()
    if settings.plugins:
        from socialplan.rules.plugins import plugin_rules

        rules += plugin_rules(settings.plugins, rules)
    if settings.rules:
        from socialplan.rules.custom import custom_rules

        rules += custom_rules(settings, rules)
    return rules


def selection_of(settings: Settings) -> Selection:
    """Take what settings say of which rules run."""
    return Selection(
        select=settings.select,
        extend=settings.extend_select,
        ignore=settings.ignore,
        profile=settings.profile,
        edition=settings.edition,
    )


def chosen_by(settings: Settings) -> list[Rule]:
    """List the rules that settings choose."""
    return choose(rules_of(settings), selection_of(settings))


def source_of(job: Job) -> Source:
    """Read the plan."""
    from socialplan.source import read_plan, read_text

    if job.given is not None:
        name = str(job.path)
        return read_text(job.instead.get(name, job.given), name, job.path.parent)
    return read_plan(job.path, job.instead)


def as_set(findings: list[Finding], settings: Settings, every: Sequence[Rule]) -> list[Finding]:
    """Give findings the severity that the settings want; what a team decides beats our caps."""
    if not settings.severity:
        return findings
    rules = {rule.code: rule for rule in every}
    return [_with_severity(one, settings, rules.get(one.code)) for one in findings]


def _with_severity(finding: Finding, settings: Settings, rule: Rule | None) -> Finding:
    if rule is None:
        return finding
    handle = max(settings.severity, key=lambda one: strength(rule, one))
    if not strength(rule, handle):
        return finding
    return replace(finding, severity=Severity(settings.severity[handle]))


def _without_ignored(
    findings: list[Finding], source: Source, settings: Settings, every: Sequence[Rule]
) -> list[Finding]:
    """Leave out what `per-file-ignores` allows in the file of a finding."""
    if not settings.per_file_ignores:
        return findings
    rules = {rule.code: rule for rule in every}
    ignored = {
        file.name: [
            handle
            for glob, handles in settings.per_file_ignores.items()
            if matches(file.path or Path(file.name), glob, settings.root)
            for handle in handles
        ]
        for file in source.files
    }
    return [
        one
        for one in findings
        if one.code not in rules
        or not any(strength(rules[one.code], handle) for handle in ignored.get(one.place.file, ()))
    ]


def matches(path: Path, glob: str, root: Path) -> bool:
    """Say whether a glob means a file, as if it stood in a `.gitignore` of the folder."""
    file, base = (Path(os.path.abspath(one)) for one in (path, root))  # noqa: PTH100 - links stay
    name = file.relative_to(base).as_posix() if file.is_relative_to(base) else path.name
    return _spec(glob).match_file(name)


@cache
def _spec(glob: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    name = glob.removeprefix("./")
    literal = "\\" if name[:1] in ("!", "#") else ""  # here is nothing to take back or to explain
    try:
        return GitIgnoreSpec.from_lines([literal + name])
    except ValueError:
        return GitIgnoreSpec.from_lines([])
