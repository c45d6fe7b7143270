"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from socialplan.errors import Unwritable


def write_file(path: Path, text: str) -> None:
    """Replace a file at once by a finished copy, so that a reader never sees half of it."""
    if path.exists() and not path.is_file():
        _write_into(path, text)
        return
    target = path.resolve()
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as copy:
                copy.write(text)
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unwritable(path, error.strerror or str(error)) from None


def _write_into(path: Path, text: str) -> None:
    """Write to what is no file: /dev/stdout, a pipe."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unwritable(path, error.strerror or str(error)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
