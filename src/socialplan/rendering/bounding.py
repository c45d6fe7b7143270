"""Bounds on the time and memory of what a stranger's template does."""

from __future__ import annotations

import os
import re
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


LARGEST_NUMBER = 4096
"""Bits of a number that one may make."""

_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{6}|\*)")


class TakesTooLong(Exception):
    """The time is up."""


class Deadline:
    """Some seconds from now, for what looks at the clock by itself."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def check(self) -> None:
        if monotonic() > self._end:
            raise TakesTooLong

    def watched(self, things: Iterable[Any]) -> Iterator[Any]:
        """Go through things as long as there is time."""
        for one in things:
            self.check()
            yield one


@contextmanager
def bounded(seconds: int, megabytes: int) -> Iterator[None]:
    """Stop what takes longer with `TakesTooLong`, and what grows larger with `MemoryError`.

    Where the system has no alarm or no account of memory, and in threads, the bounds are missing:
    a `Deadline` holds there too.
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


def size_of_result(operator: str, left: Any, right: Any) -> float:
    """Estimate how large a result will be, in characters or items."""
    if isinstance(left, int | float) and isinstance(right, int | float):
        return _number_size(operator, left, right)
    if operator == "*":
        whole, times = (left, right) if isinstance(right, int) else (right, left)
        return len(whole) * times if isinstance(times, int) and hasattr(whole, "__len__") else 0
    if operator == "%" and isinstance(left, str):
        return float("inf") if _WIDE.search(left) else len(left)
    if operator == "+" and isinstance(left, str | list | tuple):
        return len(left) + (len(right) if isinstance(right, str | list | tuple) else 0)
    return 0


def _number_size(operator: str, left: float, right: float) -> float:
    bits = [value.bit_length() if isinstance(value, int) else 64 for value in (left, right)]
    made = bits[0] * abs(right) if operator == "**" else sum(bits)
    return float("inf") if made > LARGEST_NUMBER else 0
