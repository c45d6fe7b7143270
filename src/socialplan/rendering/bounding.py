"""Bounds on the time and memory of what a stranger's template does."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class TakesTooLong(Exception):
    """The time is up."""


@contextmanager
def bounded(seconds: int, megabytes: int) -> Iterator[None]:
    """Stop what takes longer with `TakesTooLong`, and what grows larger with `MemoryError`.

    Where the system has no alarm or no account of memory, and in threads, the bounds are missing.
    """
    with _time_bounded(seconds), _memory_bounded(megabytes * 1_000_000):
        yield


@contextmanager
def _time_bounded(seconds: int) -> Iterator[None]:
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_is_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again each second, should one be swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _time_is_up(*_: object) -> None:
    raise TakesTooLong


@contextmanager
def _memory_bounded(more: int) -> Iterator[None]:
    used = _memory_used()
    if used is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft != resource.RLIM_INFINITY and soft <= used + more:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (used + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _memory_used() -> int | None:
    """Say how much address space this process has, where Linux tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return None
