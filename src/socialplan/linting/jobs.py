"""Many plans at once: on several processors where the work is worth their start."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from socialplan.copying import processors, stay_alone
from socialplan.linting import cache
from socialplan.linting.checking import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from socialplan.linting.checking import Job
    from socialplan.linting.report import Checked

WORTH = 1_500_000
"""Bytes of plans, about half a second of work, that make up for the start of a process."""


def check_all(
    jobs: Sequence[Job], processes: int | None, *, remember: bool = False
) -> Iterator[Checked]:
    """Check plans in order; of several, those that were found unchanged are not checked again."""
    if not remember or len(jobs) == 1:  # a lone plan is the whole run, which is remembered
        yield from _each(check, jobs, processes)
        return
    known = [cache.recall(job) for job in jobs]
    new = [job for job, found in zip(jobs, known, strict=True) if found is None]
    checked = _each(_check_and_keep, new, processes)
    for found in known:
        yield next(checked) if found is None else found
    if new:
        cache.tidy()


def _check_and_keep(job: Job) -> Checked:
    begun = time.time_ns()
    return cache.keep(job, check(job), begun)


def _each(
    do: Callable[[Job], Checked], jobs: Sequence[Job], processes: int | None
) -> Iterator[Checked]:
    """Work in order, alone or with others."""
    wanted = worth(jobs, processes)
    if wanted == 1:
        yield from map(do, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(16, len(jobs) // (wanted * 4)))
    with ProcessPoolExecutor(wanted, initializer=stay_alone) as pool:
        yield from pool.map(do, jobs, chunksize=chunk)


def worth(jobs: Sequence[Job], most: int | None) -> int:
    """Say how many processes are worth their start; a number that was asked for is the most."""
    allowed = min(most or processors(), processors(), len(jobs))
    return max(1, min(allowed, _bytes(jobs) // WORTH)) if allowed > 1 else 1


def _bytes(jobs: Sequence[Job]) -> int:
    total = 0
    for job in jobs:
        try:
            total += job.path.stat().st_size
        except OSError:
            continue
    return total
