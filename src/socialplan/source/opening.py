"""Files → bytes, without ever waiting for a pipe or a device."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from socialplan.errors import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

# Opening a named pipe waits for a writer unless told not to; Windows knows neither.
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, limit: int) -> bytes | None:
    """A regular file's bytes; None when there are more than `limit`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(path, "folder" if stat.S_ISDIR(status.st_mode) else "not-a-file")
            if status.st_size > limit:
                return None
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(path, _reason(path, error)) from error
    return data if len(data) <= limit else None


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "broken-link" if path.is_symlink() else "missing"
    if isinstance(error, IsADirectoryError):
        return "folder"
    if isinstance(error, PermissionError):
        # Windows refuses folders with the same error.
        return "folder" if path.is_dir() else "denied"
    return "other"
