"""The folders around a place in which what belongs to it may lie, nearest first."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def upwards(folder: Path) -> Iterator[Path]:
    """Give a folder and those above it, as far as one project or one person reaches.

    That is up to the root of a repository, a person's home, or the root of the file system; and
    not into a folder that all people share, such as /tmp: what lies there is nobody's we know.
    """
    home = _home()
    for here in (folder, *folder.parents):
        if here != folder and _is_shared(here):
            return
        yield here
        if here == home or os.path.lexists(here / ".git"):
            return


def _home() -> Path | None:
    with suppress(RuntimeError):  # somebody without a home, as in many containers
        return Path.home()
    return None


def _is_shared(folder: Path) -> bool:
    """Say whether everybody may write there, but remove only what is theirs."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)
