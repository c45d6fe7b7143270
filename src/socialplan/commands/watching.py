"""The same run again whenever one of its files is saved, until it is interrupted."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PAUSE = 0.3
"""Seconds between two looks at the files."""
CLEARED = "\x1b[2J\x1b[H"


def watch(run: Callable[[], Iterable[str]]) -> None:
    """Run, then wait until a file that it read is saved, made or removed, and run again."""
    while True:
        if sys.stdout.isatty():
            sys.stdout.write(CLEARED)
        files = sorted(set(run()))
        sys.stdout.flush()
        seen = _look(files)
        while _look(files) == seen:
            time.sleep(PAUSE)


def _look(files: Iterable[str]) -> list[tuple[int, int] | None]:
    """Give size and time of each file; None for one that is not there."""
    found: list[tuple[int, int] | None] = []
    for name in files:
        try:
            stat = Path(name).stat()
            found.append((stat.st_size, stat.st_mtime_ns))
        except OSError:
            found.append(None)
    return found
