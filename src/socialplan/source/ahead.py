"""A large plan, read by a copy of this process while this one imports what is to judge it.

Reading and importing take about as long, and in one process they wait for each other. The copy
sends what it made of each text; a text that it has not seen is read as ever.
"""

from __future__ import annotations

import marshal
import os
from typing import TYPE_CHECKING, NamedTuple

from socialplan.copying import copy_for
from socialplan.errors import Unreadable
from socialplan.source.comments import Met
from socialplan.source.contents import Read, contents_of
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from socialplan.copying import Copy
    from socialplan.source.text import SourceFile

    Reading = Callable[[SourceFile], Read]

LEAST = 100_000
"""Bytes of a plan's main file below which a copy gains nothing, unless the file includes others."""
MOST = 8_000_000
"""Bytes above which sending the values takes longer than the imports."""
_INCLUDE = b"include:"


class Mark(NamedTuple):
    """What tells a text from any other; a copy hashes as its original does."""

    base: int
    length: int
    hash: int


_how: Reading = contents_of


def read(file: SourceFile) -> Read:
    """Read a file's text, or take what the copy made of it."""
    return _how(file)


def begin(path: Path, read_plan: Callable[[Path], object]) -> Ahead | None:
    """Let a copy read a plan that is worth it, where that can be done."""
    copy = copy_for(lambda: _sent(path, read_plan)) if _worth(path) else None
    if copy is None:
        return None
    begun = Ahead(path, copy)
    _read_by(begun.read)
    return begun


class Ahead:
    """A plan that a copy reads."""

    def __init__(self, path: Path, copy: Copy) -> None:
        self.path = path
        self.copy = copy
        self.asker = os.getpid()
        self.reads: dict[Mark, Read] | None = None

    def read(self, file: SourceFile) -> Read:
        """Take what was made of a text, once, since it may be changed then.

        Only the plan that was begun is worth waiting for, and other processes have no say here.
        """
        if self.reads is None and (file.path != self.path or os.getpid() != self.asker):
            return contents_of(file)
        if self.reads is None:
            self.reads = _received(self.copy.result())
        return self.reads.pop(mark(file), None) or contents_of(file)

    def end(self) -> None:
        """Read as ever from now on."""
        _read_by(contents_of)
        self.copy.end()


def packed(file: SourceFile, read: Read) -> bytes:
    """Make of what a text holds something that can be sent."""
    said = b""
    if read.mistakes:
        from pickle import dumps

        said = dumps(read.mistakes)
    met = [tuple(one) for one in read.met]
    return marshal.dumps((tuple(mark(file)), read.value, read.spots, said, met))


def unpacked(row: bytes) -> tuple[Mark, Read]:
    """Make what a text holds of what was sent."""
    told, value, spots, said, met = marshal.loads(row)  # noqa: S302 - our own copy's words
    mistakes = []
    if said:
        from pickle import loads

        mistakes = loads(said)  # noqa: S301
    return Mark(*told), Read(value, spots, mistakes, [Met(*one) for one in met])


def mark(file: SourceFile) -> Mark:
    """Tell a text from all others."""
    return Mark(file.base, len(file.text), hash(file.text))


def _sent(path: Path, read_plan: Callable[[Path], object]) -> bytes:
    rows: list[bytes] = []

    def read_and_keep(file: SourceFile) -> Read:
        read = contents_of(file)
        rows.append(packed(file, read))  # at once: joining files changes the values of the first
        return read

    _read_by(read_and_keep)
    read_plan(path)
    return marshal.dumps(rows)


def _received(sent: bytes) -> dict[Mark, Read]:
    rows = marshal.loads(sent) if sent else []  # noqa: S302
    return dict(map(unpacked, rows))


def _read_by(how: Reading) -> None:
    global _how  # noqa: PLW0603 - a process has one way of reading
    _how = how


def _worth(path: Path) -> bool:
    try:
        content = read_bytes(path, MOST)
    except Unreadable:
        return False
    return content is not None and (len(content) >= LEAST or _INCLUDE in content)
