"""A copy of this process that works on another processor, and sends back what it has made.

It knows all that this process knows, so it starts at once and is told nothing. Where there can be
no copy, or it ends without an answer, its work is left to the process that asked.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = 8
"""Bytes that tell how many follow."""
_PAUSE = 0.5
"""Seconds between two looks of a copy at whether its original is still there."""
_alone = False


class Copy:
    """The other process, seen from this one."""

    def __init__(self, process: int, out: int) -> None:
        self.process = process
        self._ended = False
        self._out: int | None = out

    def result(self) -> bytes:
        """Wait for what it has made; nothing if it has failed or was stopped on the way."""
        if self._out is None:
            return b""
        with os.fdopen(self._out, "rb") as pipe:
            self._out = None
            size = int.from_bytes(pipe.read(_HEAD))
            made = pipe.read()
        self.end()
        return made if len(made) == size else b""

    def end(self) -> None:
        """Stop it, which may still be at work on what nobody asks for."""
        if self._out is not None:
            os.close(self._out)
            self._out = None
        if self._ended:
            return  # and its number may be another's by now
        self._ended = True
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def stay_alone() -> None:
    """Make no copies from now on: the processors are busy."""
    global _alone  # noqa: PLW0603 - it is said of the process
    _alone = True


def copy_for(make: Callable[[], bytes]) -> Copy | None:
    """Let a copy make something, where there is a processor to spare."""
    if _alone or not hasattr(os, "fork") or processors() < 2 or _has_threads() or _forgets():
        return None
    try:
        out, into = os.pipe()
    except OSError:  # there are as many open files as there may be
        return None
    original = os.getpid()
    try:
        process = os.fork()
    except OSError:  # there are as many processes as there may be
        os.close(out)
        os.close(into)
        return None
    if process == 0:
        os.close(out)  # once the original has ended, there is nobody to write to
        _work(make, into, original)
    os.close(into)
    return Copy(process, out)


def _work(make: Callable[[], bytes], into: int, original: int) -> None:
    """Make, send and end, whatever happens: what is wrong the original will find by itself."""
    try:
        os.closerange(0, 3)  # who waits for our output must not wait for the copy
        stay_alone()
        _end_with(original)
        made = make()
        with os.fdopen(into, "wb") as pipe:
            pipe.write(len(made).to_bytes(_HEAD))
            pipe.write(made)
    finally:
        os._exit(0)


def _end_with(original: int) -> None:
    """Go on for hardly longer than the original, which may be killed without a word."""

    def look(*_: object) -> None:
        if os.getppid() != original:
            os._exit(0)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _PAUSE, _PAUSE)


def _forgets() -> bool:
    """Say whether the system gives the number of a process that has ended to another at once.

    It does where whoever started us ignores SIGCHLD, as `trap '' CHLD` does.
    """
    return signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN


def _has_threads() -> bool:
    """Say whether other threads run, whose locks a copy would keep for ever."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1
