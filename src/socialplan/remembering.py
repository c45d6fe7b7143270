"""A run whose inputs are all unchanged is not repeated: its output is kept, by content.

Hardly more than the standard library is imported here, so that an unchanged run costs little more
than reading and hashing the files. A damaged or foreign entry counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from contextlib import suppress
from datetime import date
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan import globbing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 3
BEGUN = time.time_ns()
"""What is saved from now on may not be what this run has read."""
KEPT = 200
"""Runs in the folder before the oldest go."""
MOST = 200_000_000
"""Bytes of entries in a folder before the oldest go."""
LARGEST = 64_000_000
"""Bytes of one input above which only its size counts; assets can be large."""
_VARIABLES = {
    *("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"),
    *("FORCE_HYPERLINK", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION"),
    *("KONSOLE_VERSION", "DOMTERM", "WT_SESSION"),
}


class Run(NamedTuple):
    """What a run read, and what came of it."""

    stdout: str
    status: int
    files: dict[str, str]
    """Digest of each file by its path; empty for one that was not there."""
    folders: dict[str, list[str]]
    """The plans found in each folder that was searched; under no name, the nearest plan."""
    globs: list[tuple[str, str, list[str]]]
    """Folder, pattern and matches of each include."""
    pieces: Sequence[tuple[str, int]] = ()
    """What the output begins with: of each plan, a mark for what is said of it, and its length."""

    def said(self) -> dict[str, str]:
        """Give what was said of each plan, by its mark."""
        ends = accumulate(length for _, length in self.pieces)
        pairs = zip(self.pieces, ends, strict=True)
        return {mark: self.stdout[end - length : end] for (mark, length), end in pairs}


def folder() -> Path | None:
    """Give the folder of the cache; none where `SOCIALPLAN_CACHE_DIR` is set to nothing."""
    own = os.environ.get("SOCIALPLAN_CACHE_DIR")
    if own is not None:
        return Path(own) if own else None
    with suppress(RuntimeError):  # somebody without a home, as in many containers
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "socialplan"
    return None


def here() -> str:
    """Name the working folder; nothing where it is gone, and no relative path means a file."""
    try:
        return os.getcwd()  # noqa: PTH109 - pathlib would only wrap it
    except OSError:
        return ""


@cache
def key_of(*argv: str) -> str:
    """Name what decides a run besides the files it reads, once: what changes later has no say."""
    told = {name: value for name, value in os.environ.items() if _tells(name)}
    out = sys.stdout
    screen = [out.isatty(), _columns()] if hasattr(out, "isatty") else []
    facts = [
        FORMAT,
        build(),
        argv,
        here(),
        date.today().isoformat(),
        sorted(told.items()),
        screen,
    ]
    return digest(json.dumps(facts))


def recall(key: str) -> Run | None:
    """Give the kept run of that name if everything it read is as it was."""
    run = _last(key, folder())
    with suppress(Exception):  # whatever is wrong with an entry, the run will do
        if run and isinstance(run.status, int) and _unchanged(run):
            return run
    return None


def said(key: str) -> dict[str, str]:
    """Give what the last run of that name said of each plan, though something has changed since."""
    run = _last(key, folder())
    with suppress(Exception):
        return run.said() if run else {}
    return {}


@cache
def _last(key: str, place: Path | None) -> Run | None:
    """Read an entry once: it can be as large as all that was printed."""
    with suppress(Exception):  # or with the folder
        run = place and Run(**json.loads((place / f"{key}.json").read_text(encoding="utf-8")))
        return run if run and isinstance(run.stdout, str) else None
    return None


def remember(key: str, run: Run) -> None:
    """Keep a run, unless a file was saved since it began; a cache need not be writable."""
    place = folder()
    if place is None or any(saved(path) >= BEGUN for path in run.files):
        return
    with suppress(OSError, ValueError):
        store(place / f"{key}.json", json.dumps(run._asdict()))
        tidy(place, KEPT)


def store(path: Path, text: str) -> None:
    """Write an entry whole or not at all; a cache that cannot be written is no error."""
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = path.with_name(f".{path.stem}.{os.getpid()}")
        try:
            waiting.write_text(text, encoding="utf-8")
            waiting.replace(path)
        except OSError:
            waiting.unlink(missing_ok=True)


def tidy(place: Path, kept: int = sys.maxsize) -> None:
    """Drop the oldest entries above a number of them, and where they take too much room."""
    with suppress(OSError):
        found = [(one.stat(), one) for one in place.glob("*.json")]
        room = MOST
        for told, one in sorted(found, key=lambda pair: -pair[0].st_mtime):
            kept -= 1
            room -= told.st_size
            if kept < 0 or room < 0:
                one.unlink(missing_ok=True)


def digest(text: str) -> str:
    """Hash a text."""
    return _digest(text.encode("utf-8", "surrogatepass"))


def digest_of(path: str | Path) -> str:
    """Hash a file, or the names in a folder; nothing for what is neither, or cannot be read."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as quick as it gets
        if stat.S_ISDIR(found.st_mode):
            return digest("\0".join(sorted(os.listdir(path))))  # noqa: PTH208
        if not stat.S_ISREG(found.st_mode):
            return ""  # a pipe would keep us waiting, and a device may have no end
        if found.st_size > LARGEST:
            return str(found.st_size)
        with open(path, "rb") as file:  # noqa: PTH123
            return _digest(file.read())
    except (OSError, ValueError):
        return ""


def saved(path: str) -> int:
    """Say when a file was saved, or put into the place of another."""
    with suppress(OSError, ValueError):
        found = os.stat(path)  # noqa: PTH116
        return max(found.st_mtime_ns, found.st_ctime_ns)
    return 0


def matches_of(folder: str | Path, pattern: str) -> list[str]:
    """List what an include pattern finds."""
    with suppress(OSError, ValueError):
        if not globbing.leaves_folder(pattern):
            return [str(path) for path in globbing.matches(Path(folder), pattern)]
    return []


def plans_of(folder: str) -> list[str]:
    """List the plans found in a folder that is searched; under no name, the nearest plan."""
    from socialplan.locating import plans_in

    return [str(path) for path in plans_in([Path(folder)] if folder else [])]


def same_files(files: Mapping[str, str]) -> bool:
    """Say whether files still have their digests."""
    return all(digest_of(path) == was for path, was in files.items())


def same_matches(globs: Iterable[tuple[str, str, list[str]]]) -> bool:
    """Say whether include patterns still find the same."""
    return all(matches_of(where, pattern) == found for where, pattern, found in globs)


def _unchanged(run: Run) -> bool:
    if not same_files(run.files) or not same_matches(run.globs):
        return False
    return all(plans_of(where) == plans for where, plans in run.folders.items())


def _tells(name: str) -> bool:
    return name in _VARIABLES or name.startswith("SOCIALPLAN_")


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0


@cache
def build() -> list[object]:
    """Name this very program: installed anew it is the same, while an edited checkout is not."""
    from socialplan import __version__

    home = os.path.dirname(__file__)  # noqa: PTH120 - pathlib would only wrap it
    wheel = _wheel(f"{home}-{__version__}.dist-info")
    return [__version__, sys.version, *([wheel] if wheel else [home, max(_times(home), default=0)])]


def _wheel(folder: str) -> str:
    """Name an installed wheel by what it held; nothing where the program runs from elsewhere."""
    with suppress(OSError), open(f"{folder}/RECORD", "rb") as file:  # noqa: PTH123
        lines = file.read().splitlines()
        ours = sorted(
            line for line in lines if line.startswith(b"socialplan") and b",sha256=" in line
        )
        return _digest(b"\n".join(line for line in ours if b".dist-info/" not in line))
    return ""


def _times(folder: str) -> Iterable[int]:
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    yield entry.stat().st_mtime_ns


def _digest(data: bytes) -> str:
    return hashlib.sha256(data, usedforsecurity=False).hexdigest()
