"""The fixes of `lint`: found plan by plan, then written all together, or only shown."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from socialplan import fixing
from socialplan.escaping import for_log, lines_for_terminal
from socialplan.finding import Safety
from socialplan.linting.accepting import baseline_path
from socialplan.linting.checking import check, source_of
from socialplan.linting.ledger import Ledger
from socialplan.translating import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from socialplan.finding import Finding
    from socialplan.linting.checking import Job

    Texts = Mapping[str, bytes]


@dataclass
class Fixes:
    """What was mended in all plans; a file that several of them include is there once."""

    language: str
    count: int = 0
    unsafe: int = 0
    """How many more there are that nobody has allowed."""
    files: dict[str, fixing.Changed] = field(default_factory=dict)

    def changed(self) -> list[fixing.Changed]:
        return list(self.files.values())

    def said(self, key: str) -> str:
        """Count what was mended."""
        say = words(self.language)
        told = say(f"lint.{key}", fixed=self.count, files=len(self.changed()))
        if self.unsafe:
            told += say("lint.unsafe-left", count=self.unsafe)
        return told


def find_fixes(jobs: Iterable[Job], *, unsafe: bool) -> Fixes:
    """Mend every plan, in memory."""
    allowed = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    found = Fixes("en")
    files = found.files
    for job in jobs:
        now = {name: file.after for name, file in files.items()}
        mended = _mended(job, now, allowed)
        for file in mended.files:
            before = files[file.name].before if file.name in files else file.before
            files[file.name] = file._replace(before=before)
        found.count += mended.fixes
        found.unsafe += mended.unsafe
        found.language = job.language
    return found


def _mended(job: Job, now: Texts, allowed: set[Safety]) -> fixing.Mended:
    path = baseline_path(job.settings)

    def find(texts: Texts) -> list[Finding]:
        found = check(replace(job, instead={**now, **texts})).findings
        return found if path is None else Ledger(path).without(found, job.path)

    return fixing.mend(
        lambda texts: source_of(replace(job, instead={**now, **texts})), find, allowed
    )


def show(fixes: Fixes) -> bool:
    """Print a diff and change nothing; say whether there is one."""
    changes = fixing.diff(fixes.changed())
    if sys.stdout.isatty():
        changes = lines_for_terminal(changes) + "\n" * changes.endswith("\n")
    elif _into_a_log():
        changes = for_log(changes)
    sys.stdout.write(changes)
    print(fixes.said("would-fix"), file=sys.stderr)
    return bool(changes)


def _into_a_log() -> bool:
    """Say whether a CI runner obeys what is printed; a file stays as `patch` needs it."""
    if not {"GITHUB_ACTIONS", "TF_BUILD"} & os.environ.keys():
        return False
    return not stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)


def write(jobs: list[Job], fixes: Fixes) -> list[Job]:
    """Write what was mended, a plan from standard input to standard output; give what is left."""
    fixing.save(fixes.changed())
    left = [_passed_on(job, fixes) for job in jobs]
    print(fixes.said("fixed"), file=sys.stderr)
    return left


def _passed_on(job: Job, fixes: Fixes) -> Job:
    """Print a plan from standard input as it is now."""
    if job.given is None:
        return job
    file = fixes.files.get(str(job.path))
    now = file.after if file else job.given
    sys.stdout.buffer.write(now)
    sys.stdout.flush()
    return replace(job, given=now)
