"""A run whose inputs are all unchanged is not repeated: its output is kept, by content.

Only the standard library is imported here, so that an unchanged run costs little more than
reading and hashing the files. A damaged or foreign entry counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 1
KEPT = 200
"""Entries in the folder before the oldest go."""
LARGEST = 64_000_000
"""Bytes of one input above which only its size counts; assets can be large."""
_VARIABLES = {
    *("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"),
    *("FORCE_HYPERLINK", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION"),
    *("KONSOLE_VERSION", "DOMTERM", "WT_SESSION"),
}


@dataclass
class Run:
    """What a run read, and what came of it."""

    stdout: str
    status: int
    files: dict[str, str] = field(default_factory=dict)
    """Digest of each file by its path; empty for one that was not there."""
    folders: dict[str, list[str]] = field(default_factory=dict)
    """The plans found in each folder that was searched."""
    globs: list[tuple[str, str, list[str]]] = field(default_factory=list)
    """Folder, pattern and matches of each include."""


def folder() -> Path | None:
    """Give the folder of the cache; none where `SOCIALPLAN_CACHE_DIR` is set to nothing."""
    own = os.environ.get("SOCIALPLAN_CACHE_DIR")
    if own is not None:
        return Path(own) if own else None
    base = os.environ.get("XDG_CACHE_HOME") or (Path.home() / ".cache")
    return Path(base) / "socialplan"


def key_of(argv: Sequence[str]) -> str:
    """Name what decides a run besides the files it reads."""
    told = {name: value for name, value in os.environ.items() if _tells(name)}
    out = sys.stdout
    screen = [out.isatty(), _columns()] if hasattr(out, "isatty") else []
    facts = [
        FORMAT,
        build(),
        list(argv),
        str(Path.cwd()),
        date.today().isoformat(),
        sorted(told.items()),
        screen,
    ]
    return digest(json.dumps(facts))


def recall(key: str) -> Run | None:
    """Give the kept run of that name if everything it read is as it was."""
    place = folder()
    if place is None:
        return None
    with suppress(OSError, ValueError, TypeError, KeyError):
        run = Run(**json.loads((place / f"{key}.json").read_text(encoding="utf-8")))
        if _unchanged(run):
            return run
    return None


def remember(key: str, run: Run) -> None:
    """Keep a run; a cache that cannot be written is no error."""
    place = folder()
    if place is None:
        return
    with suppress(OSError, ValueError):
        store(place / f"{key}.json", json.dumps(asdict(run)))
        _tidy(place)


def store(path: Path, text: str) -> None:
    """Write an entry whole or not at all; a cache that cannot be written is no error."""
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = path.with_name(f".{path.stem}.{os.getpid()}")
        waiting.write_text(text, encoding="utf-8")
        waiting.replace(path)


def digest(text: str) -> str:
    """Hash a text."""
    return _digest(text.encode("utf-8", "surrogatepass"))


def digest_of(path: str | Path) -> str:
    """Hash a file; nothing for one that is not there or cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as quick as it gets
            size = os.fstat(file.fileno()).st_size
            return _digest(file.read()) if size <= LARGEST else str(size)
    except (OSError, ValueError):
        return ""


def matches_of(folder: str | Path, pattern: str) -> list[str]:
    """List what an include pattern finds."""
    with suppress(OSError, ValueError, NotImplementedError, IndexError):
        return sorted(map(str, Path(folder).glob(pattern)))
    return []


def same_files(files: Mapping[str, str]) -> bool:
    """Say whether files still have their digests."""
    return all(digest_of(path) == was for path, was in files.items())


def same_matches(globs: Iterable[tuple[str, str, list[str]]]) -> bool:
    """Say whether include patterns still find the same."""
    return all(matches_of(where, pattern) == found for where, pattern, found in globs)


def _unchanged(run: Run) -> bool:
    from socialplan.locating import plans_in

    if not same_files(run.files) or not same_matches(run.globs):
        return False
    for where, plans in run.folders.items():
        try:
            if [str(path) for path in plans_in([Path(where)])] != plans:
                return False
        except Exception:  # noqa: BLE001 - whatever it is, the run itself will say it
            return False
    return True


def _tells(name: str) -> bool:
    return name in _VARIABLES or name.startswith("SOCIALPLAN_")


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0


@cache
def build() -> list[object]:
    """Name this very program: an edited checkout has no new version, but newer files."""
    from socialplan import __version__

    here = Path(__file__).parent
    newest = max(_times((here, *_others())), default=0)
    return [__version__, sys.version, str(here), newest]


def _others() -> Iterable[Path]:
    """Folders beside the program on which findings depend: installed rules of others."""
    return ()


def _times(folders: Iterable[Path]) -> Iterable[int]:
    waiting = [str(one) for one in folders]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    yield entry.stat().st_mtime_ns


def _tidy(place: Path) -> None:
    entries = sorted(place.glob("*.json"), key=lambda one: one.stat().st_mtime)
    for old in entries[: max(len(entries) - KEPT, 0)]:
        old.unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data, usedforsecurity=False).hexdigest()
