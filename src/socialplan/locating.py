"""Where the plans are: a file, a folder to search, or the nearest one above."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.climbing import upwards
from socialplan.errors import PlanNotFound, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLAN = "socialplan.yaml"
PLANS = (PLAN, "socialplan.yml")
SUFFIXES = (".socialplan.yaml", ".socialplan.yml")
_SKIPPED = {"node_modules", "__pycache__"}
_FIRST_KEY = rb"(?m)^(\xef\xbb\xbf)?socialplan\s*:"
_BEGINNING = 4096
_MOST_LOOKED_AT = 1000


def is_plan(name: str) -> bool:
    """Say whether a file of that name is a plan."""
    return name in PLANS or name.endswith(SUFFIXES)


def plans_in(paths: Iterable[Path]) -> list[Path]:
    """List the plans that paths mean: files as they are, folders searched, none: here or above."""
    given = list(paths)
    if not given:
        return [nearest_plan(Path())]
    found: dict[str, Path] = {}
    for path in given:
        for plan in _plans_of(path):
            found.setdefault(_whole(plan), plan)
    return list(found.values())


def plan_at(path: Path | None) -> Path:
    """Find the one plan that a command's argument means."""
    if path is None:
        return nearest_plan(Path())
    if not path.is_dir():
        return path
    here = _plans_here(path)
    if not here:
        raise PlanNotFound(path, "in", _misnamed(path))
    return here[0]


def nearest_plan(folder: Path) -> Path:
    """Find the plan of a folder, or of the nearest one above it."""
    try:
        top = Path(os.path.abspath(folder))  # noqa: PTH100 - keep links as the person sees them
    except OSError:  # the working folder is gone
        raise PlanNotFound(folder) from None
    for level, above in enumerate(upwards(top)):
        here = _plans_here(above)
        if here:
            return folder.joinpath(*[".."] * level, here[0].name) if level < 3 else here[0]
    raise PlanNotFound(top, misnamed=_misnamed(top))


def _plans_of(path: Path) -> Iterable[Path]:
    if str(path) == "-" or not path.is_dir():
        return [path]
    found = list(_search(path))
    if not found:
        left_out = _plans_here(path)
        if left_out:
            raise PlanNotFound(left_out[0], "ignored")
        raise PlanNotFound(path, "below", _misnamed(path))
    return found


def _whole(path: Path) -> str:
    """Write a path so that two ways to the same name are one; links stay as they are."""
    try:
        return os.path.abspath(path)  # noqa: PTH100
    except OSError:  # the working folder is gone
        return str(path)


def _plans_here(folder: Path) -> list[Path]:
    try:
        names = sorted(one.name for one in folder.iterdir() if is_plan(one.name))
    except OSError:
        return []
    names.sort(key=lambda name: name not in PLANS)
    return [folder / name for name in names if (folder / name).is_file()]


def _misnamed(folder: Path) -> str | None:
    """Find a file that begins like a plan: `plan.yaml`, or the `.txt` that an editor has added."""
    with suppress(OSError):
        for path in sorted(folder.iterdir())[:_MOST_LOOKED_AT]:
            if path.suffix.lower() in (".yaml", ".yml", ".txt") and path.is_file():
                with suppress(OSError), path.open("rb") as file:
                    if re.search(_FIRST_KEY, file.read(_BEGINNING)):
                        return path.name
    return None


def _search(folder: Path) -> Iterator[Path]:
    """Walk a folder in order, leaving out hidden folders and what `.gitignore` files name."""
    ignored = _Ignored(folder)
    try:
        walk = os.walk(folder, onerror=_refuse)
        for here, folders, files in walk:
            at = Path(here)
            ignored.read(at)
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".")
                and name not in _SKIPPED
                and not ignored.ignores(at / name, folder=True)
            )
            for name in sorted(files):
                if is_plan(name) and not ignored.ignores(at / name):
                    yield at / name
    except OSError as error:
        denied = "denied" if isinstance(error, PermissionError) else "other"
        raise Unreadable(Path(error.filename or folder), denied) from None


def _refuse(error: OSError) -> None:
    raise error


class _Ignored:
    """The `.gitignore` files met on the way down; the deepest that has an opinion wins."""

    def __init__(self, top: Path) -> None:
        self.specs: dict[Path, object] = {}
        for above in reversed(self._above(top)):
            self.read(above)

    @staticmethod
    def _above(top: Path) -> list[Path]:
        """Folders between a repository's root and the one searched."""
        absolute = top.absolute()
        chain = [absolute, *absolute.parents]
        for number, folder in enumerate(chain):
            if (folder / ".git").exists():
                return chain[1 : number + 1]
        return []

    def read(self, folder: Path) -> None:
        path = folder / ".gitignore"
        if not path.is_file():
            return
        from pathspec import GitIgnoreSpec

        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return
        self.specs[folder.absolute()] = GitIgnoreSpec.from_lines(lines)

    def ignores(self, path: Path, *, folder: bool = False) -> bool:
        absolute = path.absolute()
        for base in sorted(self.specs, key=lambda one: len(one.parts), reverse=True):
            if absolute.is_relative_to(base):
                name = absolute.relative_to(base).as_posix() + ("/" if folder else "")
                verdict = self.specs[base].check_file(name).include  # type: ignore[attr-defined]
                if verdict is not None:
                    return bool(verdict)
        return False
