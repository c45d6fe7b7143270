"""What a change brings: the findings that were not there at the merge base."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.linting.baseline import without

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.checking import Job


class NoHistory(SocialPlanError):
    """git is missing, the plan is in no repository, or the revision does not exist."""

    def __init__(self, rev: str, reason: str) -> None:
        super().__init__("no-history", rev=rev, reason=reason)


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
    root = Path(_git(folder, rev, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    base = _git(folder, rev, "merge-base", "HEAD", rev).decode().strip()
    below = folder.resolve().relative_to(root.resolve()).as_posix()
    with TemporaryDirectory(prefix="socialplan-") as there:
        _extract(root, base, below, Path(there))
        old = Path(there) / below / job.path.name
        if not old.is_file():
            return []
        settings = replace(job.settings, root=old.parent)
        return [
            one.fingerprint
            for one in check(replace(job, path=old, since=None, settings=settings)).findings
        ]


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
        archive.extractall(target, filter="data")


def _git(folder: Path, rev: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a revision cannot become an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git that the person uses
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NoHistory(rev, str(error)) from None
    if done.returncode != 0:
        raise NoHistory(rev, done.stderr.decode(errors="replace").strip().splitlines()[0])
    return done.stdout
