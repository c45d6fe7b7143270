"""Findings accepted into the baselines of their plans, and dropped from there once mended."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.linting import baseline
from socialplan.linting.checking import chosen_by, rules_of
from socialplan.linting.jobs import check_all
from socialplan.linting.ledger import Ledger, Ran
from socialplan.writing import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.config import Settings
    from socialplan.linting.checking import Job


def baseline_path(settings: Settings) -> Path | None:
    """Find the baseline: from the command line where it was typed, else beside the settings."""
    if settings.baseline is None:
        return None
    typed = settings.origins.get("baseline") == "command line"
    named = settings.baseline if typed else settings.root / settings.baseline
    return Path(os.path.normpath(named))  # several settings may name one file: ../old.json


def ledgers_of(jobs: Iterable[Job]) -> dict[Path, Ledger]:
    """Open the baselines that the settings of plans name."""
    paths = dict.fromkeys(baseline_path(job.settings) for job in jobs)
    return {path: Ledger(path) for path in paths if path is not None}


def existing_ledgers_of(jobs: Iterable[Job]) -> dict[Path, Ledger]:
    """Open them for use; the name of a missing one may be a slip of the pen."""
    ledgers = ledgers_of(jobs)
    for path in ledgers:
        if not path.exists():
            raise SocialPlanError("baseline-missing", path=str(path))
    return ledgers


def by_ledger(
    jobs: Sequence[Job], ledgers: Mapping[Path, Ledger]
) -> Iterator[tuple[Ledger, list[Job]]]:
    """Give each baseline with the plans whose settings name it."""
    for path, ledger in ledgers.items():
        yield ledger, [job for job in jobs if baseline_path(job.settings) == path]


def ran_on(ledger: Ledger, jobs: Iterable[Job]) -> Ran:
    """Say which rules look at which plans; what is new since a revision is not all there is."""
    chosen: dict[tuple[Path, ...], set[str]] = {}
    plans: dict[str, set[str]] = {}
    every: set[str] = set()
    for job in jobs:
        files = job.settings.files
        if files not in chosen:
            every |= {rule.code for rule in rules_of(job.settings)}
            chosen[files] = {rule.code for rule in chosen_by(job.settings)}
        if job.since is None:
            plans[ledger.name_of(job.path)] = chosen[files]
    return Ran(plans, every)


def accept(jobs: Sequence[Job], reason: str, processes: int | None, *, remember: bool) -> int:
    """Write today's findings into the baselines of their plans; give how many there are."""
    count = 0
    for ledger, mine in by_ledger(jobs, _needed(ledgers_of(jobs))):
        found = []
        for job, checked in zip(mine, check_all(mine, processes, remember=remember), strict=True):
            name, told = ledger.name_of(job.path), checked.findings
            if job.since is not None:  # the entries of what was there before stay
                told = ledger.without(told, job.path)
            found += [baseline.entry_of(one, name, reason, job.today) for one in told]
        make_folder(ledger.path.parent)
        baseline.write(ledger.path, ledger.renewed(found, ran_on(ledger, mine)))
        count += len(found)
    return count


def prune(jobs: Sequence[Job], ledgers: Mapping[Path, Ledger]) -> int:
    """Drop from the baselines what no finding needed; give how many entries went."""
    count = 0
    for ledger, mine in by_ledger(jobs, _needed(ledgers)):
        stale = list(ledger.stale(ran_on(ledger, mine)))
        gone = set(map(id, stale))
        baseline.write(ledger.path, [one for one in ledger.entries if id(one) not in gone])
        count += len(stale)
    return count


def _needed(ledgers: Mapping[Path, Ledger]) -> Mapping[Path, Ledger]:
    if not ledgers:
        raise SocialPlanError("baseline-needed")
    return ledgers
