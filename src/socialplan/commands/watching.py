"""The same run again whenever one of its files is saved, until it is interrupted."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import SocialPlanError
from socialplan.remembering import matches_of, plans_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PAUSE = 0.3
"""Seconds between two looks at the files."""
AT_REST = 10
"""How much longer to wait than a look has taken."""
LONGEST = 5
"""Seconds to wait at most: a slow look, as on a drive far away, is no reason to notice late."""
CLEARED = "\x1b[2J\x1b[H"


class Watched(NamedTuple):
    """What a run looked at: files, patterns of includes with their folders, folders of plans."""

    files: frozenset[str]
    globs: frozenset[tuple[str, str]]
    folders: frozenset[str] = frozenset()


def watch(run: Callable[[], Watched], say: Callable[[SocialPlanError], None]) -> None:
    """Run, then wait until a file that it read is saved, made or removed, and run again.

    What stops a run while somebody edits, such as half a line of settings, stops only that run.
    """
    watched: Watched | None = None
    while True:
        if sys.stdout.isatty():
            sys.stdout.write(CLEARED)
        begun = time.time_ns()
        before = None if watched is None else _look(watched)
        try:
            watched = run()
        except SocialPlanError as error:
            if watched is None:
                raise
            say(error)
        sys.stdout.flush()
        seen = _look(watched)
        if before is None:
            before = dict.fromkeys(_saved_since(begun, seen))
        # What was saved during the run is news, too.
        seen |= {name: stamp for name, stamp in before.items() if name in seen}
        looked = time.monotonic()
        while _look(watched) == seen:
            # To search a large tree takes a while, and nobody wants to wait for it all the time.
            time.sleep(min(LONGEST, max(PAUSE, AT_REST * (time.monotonic() - looked))))
            looked = time.monotonic()


def _saved_since(moment: int, seen: Mapping[object, object]) -> Iterator[object]:
    """Name the files that have changed since; nobody knew of them when the first run began."""
    for name, stamp in seen.items():
        if isinstance(stamp, tuple) and len(stamp) == 2 and stamp[1] >= moment:
            yield name


def _look(watched: Watched) -> dict[object, object]:
    """Give size and time of each file, None for one that is not there, and what is found where."""
    found: dict[object, object] = {glob: matches_of(*glob) for glob in watched.globs}
    found |= {(folder,): _plans(folder) for folder in watched.folders}
    for name in watched.files:
        try:
            stat = Path(name).stat()
            found[name] = (stat.st_size, stat.st_mtime_ns)
        except OSError:
            found[name] = None
    return found


def _plans(folder: str) -> list[str] | None:
    try:
        return plans_of(folder)
    except SocialPlanError:  # there is none for now
        return None
