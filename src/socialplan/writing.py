"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from socialplan.errors import Unwritable


def write_file(path: Path, text: str) -> None:
    """Replace a file at once by a finished copy, so that a reader never sees half of it."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Do the same with bytes that are to stay as they are."""
    if path.exists() and not path.is_file():
        _write_into(path, content)
        return
    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise Unwritable(path, "denied")
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as copy:
                copy.write(content)
                copy.flush()
                os.fsync(copy.fileno())  # else a power cut may leave the new name on an empty file
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refused(path, error) from None


def make_folder(path: Path) -> None:
    """Make a folder, and those around it, where it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from None


def _write_into(path: Path, content: bytes) -> None:
    """Write to what is no file: /dev/stdout, a pipe."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: OSError) -> Unwritable:
    """Say what people can mend in their language, the rest as the system says it."""
    known = {errno.ENOENT: "no-folder", errno.EACCES: "denied", errno.EPERM: "denied"}
    return Unwritable(path, known.get(error.errno or 0) or error.strerror or str(error))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
