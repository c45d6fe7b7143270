"""What a change brings: the findings that were not there at the merge base."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.linting.baseline import without

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.checking import Job


_UNKNOWN = ("ot a valid object name", "unknown revision", "bad revision")
"""What git says of a revision that it does not know."""


class NoHistory(SocialPlanError):
    """git refuses, for a reason of its own."""

    def __init__(self, rev: str, reason: str) -> None:
        super().__init__("no-history", rev=rev, reason=reason)


class NoGit(SocialPlanError):
    """git is missing, as in slim images of CI."""

    def __init__(self, rev: str) -> None:
        super().__init__("no-git", rev=rev)


class NoRepository(SocialPlanError):
    """The plan is in no repository."""

    def __init__(self, rev: str) -> None:
        super().__init__("no-repository", rev=rev)


class NoRevision(SocialPlanError):
    """A revision that this clone does not know, as in CI, which fetches one commit only."""

    def __init__(self, rev: str) -> None:
        super().__init__("no-revision", rev=rev)


class NoCommit(SocialPlanError):
    """A repository that is empty so far."""

    def __init__(self, rev: str) -> None:
        super().__init__("no-commit", rev=rev)


class NothingInCommon(SocialPlanError):
    """Two branches without a common commit, or a clone that does not reach back to it."""

    def __init__(self, rev: str) -> None:
        super().__init__("nothing-in-common", rev=rev)


def only_new(findings: list[Finding], job: Job) -> list[Finding]:
    """Leave out the findings that the plan already had where the branch began."""
    if not findings:
        return findings
    assert job.since is not None
    return without(findings, Counter(_before(job, job.since)))


def _before(job: Job, rev: str) -> list[str]:
    """Give the fingerprints of the plan's findings at the merge base."""
    from socialplan.linting.checking import check

    folder = job.path.absolute().parent
    root = Path(_git(folder, rev, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    base = _merge_base(folder, rev)
    now = (folder.resolve() / job.path.name).relative_to(root).as_posix()
    name = _name_at(root, base, now)
    if name is None:
        return []
    below = PurePosixPath(name).parent.as_posix()
    with TemporaryDirectory(prefix="socialplan-") as there:
        _extract(root, base, below, Path(there))
        old = Path(there) / name
        if not old.is_file():
            return []
        beside = job.settings.root.resolve()  # where the patterns of the settings begin
        at = Path(there) / beside.relative_to(root) if beside.is_relative_to(root) else old.parent
        settings = replace(job.settings, root=at)
        then = replace(job, path=old, given=None, instead={}, since=None, settings=settings)
        return [one.fingerprint for one in check(then).findings]


def _merge_base(folder: Path, rev: str) -> str:
    """Find where the branch began; git has no words for two that never met."""
    if rev.startswith("-"):  # it would be an option
        raise NoRevision(rev)
    if _ran(folder, rev, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        raise NoCommit(rev)
    done = _ran(folder, rev, "merge-base", "HEAD", rev)
    if done.returncode == 1 and not done.stderr.strip():
        raise NothingInCommon(rev)
    return _output(done, rev).decode().strip()


def _name_at(root: Path, base: str, now: str) -> str | None:
    """Give the plan's name at the merge base, also where it has been renamed since."""
    if _git(root, base, "ls-tree", "-z", "--name-only", base, "--", now):
        return now
    renames = ("diff", "-z", "--name-status", "--find-renames", "--diff-filter=R", base, "--")
    told = _git(root, base, *renames).decode(errors="surrogateescape").split("\0")
    return next((old for old, new in zip(told[1::3], told[2::3], strict=False) if new == now), None)


def _extract(root: Path, base: str, below: str, there: Path) -> None:
    """Lay out the plan's folder as it was; nothing where it did not exist."""
    tree = base if below == "." else f"{base}:{below}"
    try:
        packed = _git(root, base, "archive", "--format=tar", tree)
    except NoHistory:
        return
    target = there / below
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter=_inside)  # noqa: S202 - the filter refuses what leads out


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Leave out a link that leads out of the folder: what lies there was not committed."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _git(folder: Path, rev: str, *arguments: str) -> bytes:
    return _output(_ran(folder, rev, *arguments), rev)


def _ran(folder: Path, rev: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and a revision cannot become an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git that the person uses
            capture_output=True,
            check=False,
            timeout=60,
            env=_environment(),
        )
    except FileNotFoundError:
        raise NoGit(rev) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise NoHistory(rev, str(error)) from None


def _environment() -> dict[str, str]:
    """Leave out what hooks are told: with GIT_DIR alone, git takes any folder for the root.

    Of what git says we know the English.
    """
    told = "GIT_DIR" if "GIT_WORK_TREE" not in os.environ else ""
    return {name: value for name, value in os.environ.items() if name != told} | {"LC_ALL": "C"}


def _output(done: subprocess.CompletedProcess[bytes], rev: str) -> bytes:
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        if any(sign in said for sign in _UNKNOWN):
            raise NoRevision(rev)
        if "not a git repository" in said:
            raise NoRepository(rev)
        raise NoHistory(rev, next(iter(said.splitlines()), f"git: {done.returncode}"))
    return done.stdout
