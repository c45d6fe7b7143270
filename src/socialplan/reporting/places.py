"""Files as services name them: from the root of the repository, with forward slashes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote


def in_repository(file: str) -> str:
    """Name a file from the repository's root; one that lies outside keeps its whole path."""
    if file.startswith("<"):
        return file  # standard input has no path
    path = Path.cwd().joinpath(file)
    root = _root(Path.cwd())
    whole = _without_dots(path)
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def uri_in_repository(file: str) -> tuple[str, bool]:
    """Write the same as an address, and say whether it is relative to the root."""
    name = in_repository(file)
    path = Path(name)
    encoded = quote(name.encode("utf-8", "surrogatepass"))
    if not path.is_absolute():
        # A colon in the first segment would make it a scheme.
        return encoded, True
    return f"file://{'' if encoded.startswith('/') else '/'}{encoded}", False


@cache
def _root(folder: Path) -> Path:
    found = (one for one in (folder, *folder.parents) if (one / ".git").exists())
    return next(found, folder)


def _without_dots(path: Path) -> Path:
    """Take `..` out without following links, so that a linked file keeps its name."""
    import os

    return Path(os.path.normpath(path))
