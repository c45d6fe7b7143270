"""One run over all the plans that were asked for, each under its own settings."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.config import Settings, candidates, origin_of, settings_for, settings_from
from socialplan.errors import UnknownName
from socialplan.linting import aftermath
from socialplan.linting.accepting import baseline_path, by_ledger, existing_ledgers_of, ran_on
from socialplan.linting.baseline import accepted
from socialplan.linting.checking import Job, as_set, chosen_by, matches, rules_of
from socialplan.linting.jobs import check_all
from socialplan.linting.report import Report
from socialplan.linting.selecting import handles_of, means_any
from socialplan.locating import plans_in
from socialplan.translating import language_of_run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from socialplan.linting.ledger import Ledger
    from socialplan.linting.report import Checked
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
    """Folder and pattern of every include and every exception."""
    ledgers: dict[Path, Ledger] = field(default_factory=dict)
    """The baselines of the plans, by their files."""

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
    settings = settings_of_run(asked, jobs)
    session = Session(settings, Report(language_of_run(settings.lang)), jobs)
    session.report.rules = _rules_by_code(jobs)
    session.ledgers = existing_ledgers_of(jobs)
    checks = check_all(jobs, asked.processes, remember=asked.remember)
    for job, checked in zip(jobs, checks, strict=True):
        _take_in(session, job, checked)
        if tell is not None:
            tell(session.report.plans, len(jobs))
    if asked.since is None:
        _say_aftermath(session)
    return session


def _take_in(session: Session, job: Job, checked: Checked) -> None:
    """Report what is found in a plan, but for what its baseline accepts."""
    path = baseline_path(job.settings)
    ledger = session.ledgers[path] if path is not None else None
    new = ledger.without(checked.findings, job.path) if ledger else checked.findings
    mark = checked.mark if len(new) == len(checked.findings) else ""
    session.report.add(checked._replace(findings=new, mark=mark))
    if ledger is not None:
        session.report.allowed += accepted(checked.findings, new, ledger.reasons)
    session.read += (*checked.paths, *checked.consulted)
    session.globs += checked.globs


def jobs_of(asked: Asked) -> list[Job]:
    """List the plans to check, each with its settings."""
    if STDIN in asked.paths:
        path = Path(asked.stdin_name)
        settings = settings_of(asked, path)
        given = sys.stdin.buffer.read()
        _refuse_unknown_rules(settings)
        language = language_of_run(settings.lang)
        return [Job(path, settings, asked.today, language, given=given, since=asked.since)]
    found = []
    seen: set[tuple[Path, ...]] = set()
    for path in plans_in(asked.paths):
        settings = settings_of(asked, path)
        if settings.files not in seen:
            _refuse_unknown_rules(settings)
            seen.add(settings.files)
        if not any(matches(path, glob, settings.root) for glob in settings.exclude):
            language = language_of_run(settings.lang)
            found.append(Job(path, settings, asked.today, language, since=asked.since))
    return found


def _refuse_unknown_rules(settings: Settings) -> None:
    """Hold the rules that settings name to those that there are; a slip would allow nothing."""
    ignored = tuple(handle for some in settings.per_file_ignores.values() for handle in some)
    named = {"per_file_ignores": ignored, "severity": tuple(settings.severity)}
    named |= {key: getattr(settings, key) for key in ("select", "extend_select", "ignore")}
    rules = rules_of(settings)
    for key, handles in named.items():
        for handle in handles:
            if not means_any(handle, rules):
                where = origin_of(settings, key.replace("_", "-"), handle)
                raise UnknownName(where, handle, handles_of(rules))


def settings_of(asked: Asked, path: Path) -> Settings:
    """Read a plan's settings and put the options over them."""
    if asked.isolated:
        settings = Settings(root=path.parent)
    elif asked.config is not None:
        settings = settings_from(asked.config)
    else:
        settings = settings_for(path)
    return settings.with_options(**asked.options)


def folders_searched(asked: Asked) -> list[str]:
    """List the folders in which plans are looked for; no name stands for the nearest plan."""
    return [str(path) for path in asked.paths if path.is_dir()] if asked.paths else [""]


def settings_of_run(asked: Asked, jobs: Sequence[Job]) -> Settings:
    """Give the settings that decide how a run is reported: those of its first plan."""
    return jobs[0].settings if jobs else settings_of(asked, Path())


def _rules_by_code(jobs: list[Job]) -> dict[str, Rule]:
    """List the rules of every configuration of the run."""
    by_files = {job.settings.files: job.settings for job in jobs}
    return {rule.code: rule for one in by_files.values() for rule in rules_of(one)}


def _say_aftermath(session: Session) -> None:
    """Hold the exceptions of settings and baselines to what was found."""
    language, told = session.report.language, session.report.findings
    checked = [Path(name) for name in session.read]
    for settings in {job.settings.files: job.settings for job in session.jobs}.values():
        rules = {rule.name: rule for rule in chosen_by(settings)}
        found = aftermath.dead_globs(settings, checked, rules, language)
        root, exceptions = str(settings.root), settings.per_file_ignores
        session.globs += [(root, aftermath.anywhere(glob)) for glob in exceptions]
        told += as_set(list(found), settings, list(rules.values()))
    for ledger, mine in by_ledger(session.jobs, session.ledgers):
        rules = {rule.name: rule for rule in chosen_by(mine[0].settings)}
        found = aftermath.stale_entries(ledger, ran_on(ledger, mine), rules, language)
        told += as_set(list(found), mine[0].settings, list(rules.values()))
