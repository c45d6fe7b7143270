"""Files as services name them: from the root of the repository, with forward slashes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from urllib.parse import quote


def in_repository(file: str) -> str:
    """Name a file from the repository's root; one that lies outside keeps its whole path."""
    return _named(file, str(Path.cwd()))


def uri_in_repository(file: str) -> tuple[str, bool]:
    """Write the same as an address, and say whether it is relative to the root."""
    return _address(in_repository(file))


@cache
def _named(file: str, folder: str) -> str:
    if file.startswith("<"):
        return file  # standard input has no path
    # Taking `..` out without following links lets a linked file keep its name.
    path = Path(os.path.normpath(Path(folder, file)))
    root = _root(Path(folder))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


@cache
def _address(name: str) -> tuple[str, bool]:
    encoded = quote(name.encode("utf-8", "surrogatepass"))
    if not Path(name).is_absolute():
        return encoded, True
    return f"file://{'' if encoded.startswith('/') else '/'}{encoded}", False


@cache
def _root(folder: Path) -> Path:
    found = (one for one in (folder, *folder.parents) if (one / ".git").exists())
    return next(found, folder)
