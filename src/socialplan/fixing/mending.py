"""One plan mended: its fixes made, found anew in what they left, until there are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Safety
from socialplan.fixing.applying import Patience, apply

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from socialplan.finding import Correction, Finding
    from socialplan.source import Source

    Texts = Mapping[str, bytes]

ROUNDS = 20
"""A fix can make room for the next; two that undo each other must end."""


class Changed(NamedTuple):
    """A file and its bytes before and after."""

    name: str
    path: Path | None
    before: bytes
    after: bytes


@dataclass
class Mended:
    """What was mended in one plan."""

    fixes: int = 0
    unsafe: int = 0
    """Fixes that are left because a person should look at them first."""
    files: list[Changed] = field(default_factory=list)


def mend(
    read: Callable[[Texts], Source],
    find: Callable[[Texts], Iterable[Finding]],
    allowed: Collection[Safety],
) -> Mended:
    """Apply the fixes of what is found; both arguments take bytes to read in place of files."""
    source = read({})
    before = editable(source)
    now, mended, patience = dict(before), Mended(), Patience()
    for _ in range(ROUNDS):
        found = {(one.code, one.fix.changes): one.fix for one in find(now) if one.fix is not None}
        fixes = [fix for fix in found.values() if fix.safety in allowed and _does_something(fix)]
        left = [fix for fix in found.values() if fix.safety not in allowed]
        mended.unsafe = sum(fix.safety is Safety.UNSAFE for fix in left)
        applied = apply(source, now, fixes, read, patience)
        if not applied.fixes:
            break
        mended.fixes += applied.fixes
        now = applied.texts
        source = read(now)
    paths = {file.name: file.path for file in source.files}
    mended.files = [
        Changed(name, paths.get(name), old, now[name])
        for name, old in before.items()
        if now[name] != old
    ]
    return mended


def _does_something(fix: Correction) -> bool:
    return any(edit.old != edit.new for edit in fix.edits)


def editable(source: Source) -> dict[str, bytes]:
    """Give the bytes of the files that are UTF-8; what is not must not be written as if it were.

    Of a plan from standard input that is the plan alone.
    """
    broken = {
        source.file_of(mistake.problem.span.start).name
        for mistake in source.mistakes
        if mistake.rule == "not-utf-8" and mistake.problem.span is not None
    }
    return {
        file.name: file.text.encode("utf-8-sig" if file.bom else "utf-8")
        for file in source.files
        if file.name not in broken and (file.path is None) is (source.files[0].path is None)
    }
