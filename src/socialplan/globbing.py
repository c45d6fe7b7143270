"""Files below a folder that match a pattern, in a fixed order on every system."""

from __future__ import annotations

import os
import unicodedata
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES = 100_000
"""Folder entries that are looked at."""


def leaves_folder(pattern: str) -> bool:
    """Whether a pattern points outside: absolute, with a drive, or upwards."""
    windows = PureWindowsPath(pattern)
    return (
        PurePosixPath(pattern).is_absolute()
        or bool(windows.drive or windows.root)
        or ".." in windows.parts
    )


def matches(folder: Path, pattern: str) -> list[Path]:
    """What the pattern names below the folder, sorted; `**` stands for any depth of folders."""
    parts = tuple(part for part in pattern.split("/") if part not in ("", "."))
    budget = iter(range(ENTRIES))
    return sorted(set(_walk(folder, parts, budget))) if parts else []


def _walk(folder: Path, parts: tuple[str, ...], budget: Iterator[int]) -> Iterator[Path]:
    first, rest = parts[0], parts[1:]
    if not any(sign in first for sign in "*?["):
        found = _named(folder, first)
        if found is not None:
            yield from _walk(found, rest, budget) if rest else (found,)
        return
    if first == "**":
        # Nothing after it means every file below.
        yield from _walk(folder, rest or ("*",), budget)
    for entry in _entries(folder, budget):
        if first == "**":
            if entry.is_dir() and not entry.is_symlink() and not entry.name.startswith("."):
                yield from _walk(entry, parts, budget)
        elif _fits(entry.name, first) and (not rest or entry.is_dir()):
            yield from _walk(entry, rest, budget) if rest else (entry,)


def _named(folder: Path, name: str) -> Path | None:
    found = folder / name
    if os.path.lexists(found):
        return found
    # A name typed on one system may be stored decomposed on another.
    same = (path for path in _entries(folder, iter(range(ENTRIES))))
    return next((path for path in same if _composed(path.name) == _composed(name)), None)


def _entries(folder: Path, budget: Iterator[int]) -> list[Path]:
    try:
        names = sorted(entry.name for entry, _ in zip(os.scandir(folder), budget, strict=False))
    except OSError:
        return []
    return [folder / name for name in names]


def _fits(name: str, pattern: str) -> bool:
    if name.startswith(".") and not pattern.startswith("."):
        return False
    return fnmatchcase(_composed(name), _composed(pattern))


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
