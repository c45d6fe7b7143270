"""Whether files stand below the plan's folder; nothing is opened, and nothing outside asked for."""

from __future__ import annotations

import os
import stat
import unicodedata
from functools import cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from socialplan.globbing import leaves_folder
from socialplan.rules.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENTRIES = 5000
"""Names of one folder that are looked through."""


class Folder:
    """The plan's folder, each part of which is looked at once."""

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self._inside = cache(self._stays_inside)
        self._named = cache(self._names)
        self._nearest = Nearest()

    def has(self, name: str) -> bool:
        """Say whether that is a file below the folder."""
        if leaves_folder(name):
            return False
        path = self.root / name
        if not self._inside(path.parent):
            return False
        return _is_file(path, self.root) or _composed(path.name) in self._named(path.parent)

    def has_top_of(self, name: str) -> bool:
        """Say whether the folder that a name begins with is here."""
        top = PurePosixPath(name).parts[:1]
        return not leaves_folder(name) and bool(top) and os.path.isdir(self.root / top[0])  # noqa: PTH112 - a name too long is no folder, and no crash

    def nearest(self, name: str) -> str | None:
        """The most similar name in the same folder."""
        path = self.root / name
        if leaves_folder(name) or not self._inside(path.parent):
            return None
        known = self._named(path.parent)
        near = self._nearest.to(_composed(path.name), known, of=path.parent)
        return str(PurePosixPath(name).with_name(near)) if near else None

    def _stays_inside(self, folder: Path) -> bool:
        """Links may lead out of the plan's folder."""
        try:
            return Path(os.path.realpath(folder)).is_relative_to(self.root)
        except (OSError, ValueError):
            return False

    def _names(self, folder: Path) -> Mapping[str, None]:
        """The files of a folder, composed: one system stores what another types differently."""
        try:
            with os.scandir(folder) as entries:
                found = islice(entries, _ENTRIES)
                return {_composed(one.name): None for one in found if _is_plain(one)}
        except (OSError, ValueError):
            return {}


def _is_file(path: Path, root: Path) -> bool:
    try:
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            return False
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True  # nobody can say that it is missing
    except (OSError, ValueError):
        return False


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
