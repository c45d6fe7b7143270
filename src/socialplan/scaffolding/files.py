"""The files of a new plan: all of them are written, or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import SocialPlanError, Unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CI = {"github": ".github/workflows/socialplan.yml", "gitlab": ".gitlab-ci.yml"}
PRE_COMMIT = ".pre-commit-config.yaml"


class AlreadyThere(SocialPlanError):  # noqa: N818
    """A plan stands where the new one would."""

    def __init__(self, path: Path) -> None:
        super().__init__("already-there", path=str(path))


class Written(NamedTuple):
    """What became of one file."""

    path: Path
    kept: bool
    """True where a file of that name was there and stays as it is."""


def repository_of(folder: Path) -> Path:
    """Find the folder in which CI looks for its files: the repository's root, else the plan's."""
    place = folder.absolute()
    for above in (place, *place.parents):
        if (above / ".git").exists():
            return folder if above == place else above
    return folder


def write_files(files: Mapping[Path, str], replaced: Iterable[Path]) -> list[Written]:
    """Write what is not there yet, and what may be replaced; undo everything if one fails."""
    replaceable = set(replaced)
    done: list[Written] = []
    undo = _Undo()
    try:
        for path, text in files.items():
            kept = os.path.lexists(path) and path not in replaceable
            if not kept:
                undo.remember(path)
                _write(path, text)
            done.append(Written(path, kept))
    except BaseException:
        undo.everything()
        raise
    return done


def _write(path: Path, text: str) -> None:
    from socialplan.writing import write_file

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(path.parent, error.strerror or str(error)) from None
    write_file(path, text)


class _Undo:
    """What was there before, so that a failure leaves no trace."""

    def __init__(self) -> None:
        self.contents: list[tuple[Path, bytes | None]] = []
        self.folders: list[Path] = []

    def remember(self, path: Path) -> None:
        """Note a file as it is, and which of its folders do not exist."""
        try:
            before = path.read_bytes() if path.is_file() else None
        except OSError as error:
            raise Unwritable(path, error.strerror or str(error)) from None
        self.contents.append((path, before))
        missing = [above for above in path.parents if not above.exists()]
        self.folders.extend(reversed(missing))

    def everything(self) -> None:
        """Put the files back, and remove folders that were made for them."""
        for path, before in reversed(self.contents):
            if before is None:
                if path.is_file():
                    path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
        for folder in reversed(self.folders):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
