"""One run over all the plans that were asked for, each under its own settings."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.config import Settings, candidates, settings_for, settings_from
from socialplan.errors import PlanNotFound, SocialPlanError
from socialplan.linting import aftermath, baseline
from socialplan.linting.checking import Job, matches, rules_of
from socialplan.linting.jobs import check_all
from socialplan.linting.report import Report
from socialplan.locating import plans_in
from socialplan.translating import language_of_run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from socialplan.rule import Rule

STDIN = Path("-")


class Asked(NamedTuple):
    """What a person asks of one run; options that were not given are None."""

    paths: tuple[Path, ...]
    options: Mapping[str, Any]
    today: date
    config: Path | None = None
    isolated: bool = False
    since: str | None = None
    stdin_name: str = "<stdin>"
    processes: int | None = None
    remember: bool = False
    """Whether what was found in unchanged plans need not be found again."""


@dataclass
class Session:
    """What a run read and found."""

    settings: Settings
    """Those of the first plan, which decide how the run is reported."""
    report: Report
    jobs: list[Job]
    read: list[str] = field(default_factory=list)
    """Every file on which the findings depend."""
    globs: list[tuple[str, str]] = field(default_factory=list)
    """Folder and pattern of every include."""
    left: Counter[str] = field(default_factory=Counter)
    """Baseline entries that no finding needed, by fingerprint."""
    entries: list[baseline.Entry] = field(default_factory=list)

    def files(self) -> list[str]:
        """List every file that decides what is found, also those that are not there yet."""
        found = [*self.read, *(str(job.path) for job in self.jobs)]
        for job in self.jobs:
            path = baseline_path(job.settings)
            found += [str(path)] if path is not None else []
            found += map(str, (*candidates(job.path), *job.settings.files))
        return found


def run(
    asked: Asked,
    jobs: list[Job] | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Session:
    """Check every plan, then say what only the whole run can say; `tell` hears how far it is."""
    jobs = jobs_of(asked) if jobs is None else jobs
    settings = jobs[0].settings if jobs else settings_of(asked, Path())
    session = Session(settings, Report(language_of_run(settings.lang)), jobs)
    session.report.rules = _rules_by_code(jobs)
    path = baseline_path(settings)
    if path is not None:
        session.entries = baseline.read(path)
        session.left = Counter(one.fingerprint for one in session.entries)
    reasons = {one.fingerprint: one.reason for one in session.entries}
    for checked in check_all(jobs, asked.processes, remember=asked.remember):
        new = baseline.without(checked.findings, session.left)
        session.report.add(checked._replace(findings=new))
        session.report.allowed += baseline.accepted(checked.findings, new, reasons)
        session.read += (*checked.paths, *checked.consulted)
        session.globs += checked.globs
        if tell is not None:
            tell(session.report.plans, len(jobs))
    if asked.since is None:
        _say_aftermath(session, path)
    return session


def jobs_of(asked: Asked) -> list[Job]:
    """List the plans to check, each with its settings."""
    if STDIN in asked.paths:
        path = Path(asked.stdin_name)
        settings = settings_of(asked, path)
        given = sys.stdin.buffer.read()
        return [Job(path, settings, asked.today, language_of_run(settings.lang), given=given)]
    found = []
    for path in plans_in(asked.paths):
        settings = settings_of(asked, path)
        if not any(matches(path, glob, settings.root) for glob in settings.exclude):
            language = language_of_run(settings.lang)
            found.append(Job(path, settings, asked.today, language, since=asked.since))
    if not found:
        raise PlanNotFound(asked.paths[0] if asked.paths else Path())
    return found


def settings_of(asked: Asked, path: Path) -> Settings:
    """Read a plan's settings and put the options over them."""
    if asked.isolated:
        settings = Settings(root=path.parent)
    elif asked.config is not None:
        settings = settings_from(asked.config)
    else:
        settings = settings_for(path)
    return settings.with_options(**asked.options)


def baseline_path(settings: Settings) -> Path | None:
    """Find the baseline: from the command line where it was typed, else beside the settings."""
    if settings.baseline is None:
        return None
    typed = settings.origins.get("baseline") == "command line"
    return Path(settings.baseline) if typed else settings.root / settings.baseline


def accept(asked: Asked, reason: str) -> int:
    """Write today's findings into the baseline; give how many it now holds."""
    plain = run(asked._replace(options={**asked.options, "baseline": None}))
    path = _needed_baseline(asked)
    entries = baseline.entries_of(plain.report.findings, reason, asked.today, baseline.read(path))
    baseline.write(path, entries)
    return len(entries)


def prune(asked: Asked) -> int:
    """Drop from the baseline what no finding needs any more; give how many went."""
    path = _needed_baseline(asked)
    session = run(asked)
    kept, left = [], Counter(session.left)
    for entry in session.entries:
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
        else:
            kept.append(entry)
    baseline.write(path, kept)
    return len(session.entries) - len(kept)


def _needed_baseline(asked: Asked) -> Path:
    jobs = jobs_of(asked)
    path = baseline_path(jobs[0].settings)
    if path is None:
        raise SocialPlanError("baseline-needed")
    return path


def _rules_by_code(jobs: list[Job]) -> dict[str, Rule]:
    """List the rules of every configuration of the run."""
    by_files = {job.settings.files: job.settings for job in jobs}
    return {rule.code: rule for one in by_files.values() for rule in rules_of(one)}


def _say_aftermath(session: Session, path: Path | None) -> None:
    rules = {rule.name: rule for rule in session.report.rules.values()}
    language = session.report.language
    checked = [Path(name) for name in session.read]
    by_files = {job.settings.files: job.settings for job in session.jobs}
    for settings in by_files.values():
        session.report.findings += aftermath.dead_globs(settings, checked, rules, language)
    if path is not None:
        session.report.findings += aftermath.stale_entries(
            path, session.entries, session.left, rules, language
        )
