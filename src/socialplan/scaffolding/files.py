"""The files of a new plan: all of them are written, or none."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import PlanNotFound, SocialPlanError, Unwritable
from socialplan.locating import PLANS, plans_in
from socialplan.scaffolding.filling import plan_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from socialplan.scaffolding.filling import Starter

SCHEMA = "plan.schema.json"
JOBS = {"github": ".github/workflows/socialplan.yml", "gitlab": ".gitlab-ci.yml"}
_FILES = {**JOBS, "pre-commit": ".pre-commit-config.yaml"}


class AlreadyThereError(SocialPlanError):
    """A plan stands where the new one would."""

    def __init__(self, path: Path) -> None:
        super().__init__("already-there", path=str(path))


class Written(NamedTuple):
    """What became of one file."""

    path: Path
    kept: bool = False
    """True where a file of that name was there and stays as it is."""
    addition: str | None = None
    """What its owner may want to add to a file that was kept."""


class _Wanted(NamedTuple):
    path: Path
    text: str
    replace: bool
    shared: bool
    """Whether others write into this file too, so that it is never replaced."""


def refuse_what_is_there(folder: Path, *, force: bool) -> None:
    """Stop before anybody is asked anything: no plan is overwritten unasked."""
    if folder.exists() and not folder.is_dir():
        raise Unwritable(folder, os.strerror(errno.ENOTDIR))
    if os.path.lexists(_plan_of(folder)) and not force:
        raise AlreadyThereError(_plan_of(folder))


def _plan_of(folder: Path) -> Path:
    """Name the folder's plan: the one that is there, else the usual name."""
    there = [folder / name for name in PLANS if os.path.lexists(folder / name)]
    return there[0] if there else folder / PLANS[0]


def write_plan(
    folder: Path, starter: Starter, jobs: Iterable[str], *, force: bool
) -> list[Written]:
    """Write a plan, the schema beside it and what runs the linter; undo it all if one fails."""
    from socialplan.plan.schema import schema_text

    return _write_all(
        [
            _Wanted(_plan_of(folder), plan_text(starter), force, shared=False),
            _Wanted(folder / SCHEMA, schema_text(language=starter.language), force, shared=False),
            *_jobs(folder, jobs),
        ]
    )


def write_jobs(folder: Path, jobs: Iterable[str]) -> list[Written]:
    """Write what runs the linter on plans that are there already."""
    return _write_all(_jobs(folder, jobs))


def has_plans(folder: Path) -> bool:
    """Say whether there is a plan in a folder or below."""
    try:
        return folder.is_dir() and bool(plans_in([folder]))
    except PlanNotFound:
        return False


def _write_all(files: list[_Wanted]) -> list[Written]:
    undo = _Undo()
    try:
        return [_write(wanted, undo) for wanted in files]
    except BaseException:
        undo.everything()
        raise


def _jobs(folder: Path, jobs: Iterable[str]) -> list[_Wanted]:
    from importlib.resources import files

    ours = files("socialplan_templates").joinpath("ci")
    root = repository_of(folder)
    return [
        _Wanted(
            root / _FILES[job],
            ours.joinpath(f"{job}.yaml").read_text(encoding="utf-8"),
            replace=False,
            shared=True,
        )
        for job in jobs
    ]


def repository_of(folder: Path) -> Path:
    """Find the folder in which CI looks for its files: the repository's root, else the plan's."""
    place = folder.absolute()
    for above in (place, *place.parents):
        if (above / ".git").exists():
            return folder if above == place else above
    return folder


def _write(wanted: _Wanted, undo: _Undo) -> Written:
    from socialplan.writing import write_file

    path = wanted.path
    if os.path.lexists(path) and not wanted.replace:
        return Written(path, kept=True, addition=wanted.text if wanted.shared else None)
    try:
        undo.remember(path)
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(path, error.strerror or str(error)) from None
    write_file(path, wanted.text)
    return Written(path)


class _Undo:
    """What was there before, so that a failure leaves no trace."""

    def __init__(self) -> None:
        self.contents: list[tuple[Path, bytes | None]] = []
        self.folders: list[Path] = []

    def remember(self, path: Path) -> None:
        """Note a file as it is, and which of its folders do not exist yet."""
        self.contents.append((path, path.read_bytes() if path.is_file() else None))
        missing = [above for above in path.parents if not above.exists()]
        self.folders.extend(reversed(missing))

    def everything(self) -> None:
        """Put the files back, and remove the folders that were made for them."""
        for path, before in reversed(self.contents):
            if before is not None:
                path.write_bytes(before)
            elif path.is_file():
                path.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
