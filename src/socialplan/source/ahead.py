"""A large plan, read by a copy of this process while this one imports what is to judge it.

Reading and importing take about as long, and neither can wait for the other in one process. The
copy sends back what it made of each text; a text that it has not seen is read as ever.
"""

from __future__ import annotations

import marshal
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.errors import Unreadable
from socialplan.source.comments import Met
from socialplan.source.opening import read_bytes
from socialplan.source.repairing import Read, read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from socialplan.source.text import SourceFile

    Reading = Callable[[SourceFile], Read]

LEAST = 100_000
"""Bytes of a plan's main file below which a copy gains nothing, unless the file includes others."""
MOST = 8_000_000
"""Bytes above which sending the values takes longer than the imports."""
_INCLUDE = b"include:"


class _Mark(NamedTuple):
    """What tells a text from any other; a copy hashes as its original does."""

    base: int
    length: int
    hash: int


_how: Reading = read_file


def read(file: SourceFile) -> Read:
    """Read a file's text, or take what the copy made of it."""
    return _how(file)


def begin(path: Path, read_plan: Callable[[Path], object]) -> Copy | None:
    """Let a copy read a plan that is worth it, where there is a processor to spare."""
    if not hasattr(os, "fork") or not _spare_processor() or not _worth(path):
        return None
    out, into = os.pipe()
    try:
        process = os.fork()
    except OSError:  # as many processes as there may be
        process = None
    if process == 0:
        os.close(out)  # if the original ends, there is nobody to write to
        _be_copy(path, read_plan, into)
    os.close(into)
    if process is None:
        os.close(out)
        return None
    copy = Copy(process, path, out)
    _read_by(copy.read)
    return copy


class Copy:
    """The other process, seen from this one."""

    def __init__(self, process: int, path: Path, out: int) -> None:
        self.process = process
        self.path = path
        self.out = out
        self.asker = os.getpid()
        self.reads: dict[_Mark, Read] | None = None

    def read(self, file: SourceFile) -> Read:
        """Take what was made of a text, once, since it may be changed then.

        Only the plan that was begun is worth waiting for, and other processes have no say here.
        """
        if self.reads is None and (file.path != self.path or os.getpid() != self.asker):
            return read_file(file)
        if self.reads is None:
            self.reads = self._received()
        return self.reads.pop(mark(file), None) or read_file(file)

    def end(self) -> None:
        """Stop the copy, which may still be reading what nobody asks for."""
        _read_by(read_file)
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)

    def _received(self) -> dict[_Mark, Read]:
        with os.fdopen(self.out, "rb") as pipe:
            sent = pipe.read()
        try:
            return dict(map(unpacked, marshal.loads(sent)))  # noqa: S302
        except (EOFError, ValueError, TypeError):  # it was killed
            return {}


def _be_copy(path: Path, read_plan: Callable[[Path], object], into: int) -> None:
    """Read, send and end, whatever happens; the original finds out by itself what is wrong."""
    rows: list[Any] = []

    def read_and_keep(file: SourceFile) -> Read:
        read = read_file(file)
        # Joining files changes the values of the first: they are sent as they are now.
        rows.append(marshal.dumps(packed(file, read)))
        return read

    try:
        os.closerange(0, 3)  # who waits for our output must not wait for the copy
        _read_by(read_and_keep)
        read_plan(path)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(marshal.dumps(rows))
    finally:
        os._exit(0)


def _read_by(how: Reading) -> None:
    global _how  # noqa: PLW0603 - there is one copy of one process
    _how = how


def packed(file: SourceFile, read: Read) -> tuple[Any, ...]:
    """Make a row of what a text holds, fit to be sent."""
    said = b""
    if read.mistakes:
        from pickle import dumps

        said = dumps(read.mistakes)
    return tuple(mark(file)), read.value, read.spots, said, [tuple(one) for one in read.met]


def unpacked(row: bytes) -> tuple[_Mark, Read]:
    """Make what a text holds of the row that was sent."""
    mark, value, spots, said, met = marshal.loads(row)  # noqa: S302
    mistakes = []
    if said:
        from pickle import loads

        mistakes = loads(said)  # noqa: S301
    return _Mark(*mark), Read(value, spots, mistakes, [Met(*one) for one in met])


def mark(file: SourceFile) -> _Mark:
    """Tell a text from all others."""
    return _Mark(file.base, len(file.text), hash(file.text))


def _worth(path: Path) -> bool:
    try:
        content = read_bytes(path, MOST)
    except Unreadable:
        return False
    return content is not None and (len(content) >= LEAST or _INCLUDE in content)


def _spare_processor() -> bool:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) > 1
    return (os.cpu_count() or 1) > 1
