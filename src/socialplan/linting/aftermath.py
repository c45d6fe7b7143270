"""What a whole run can say, and no single plan: exceptions that nothing needs any more."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.finding import Place, Problem, Severity
from socialplan.linting.checking import matches
from socialplan.linting.saying import finding_at
from socialplan.remembering import matches_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from socialplan.config import Settings
    from socialplan.finding import Finding
    from socialplan.linting.ledger import Ledger, Ran
    from socialplan.rule import Rule

OF_THE_DAY = {"today", "calendar"}
"""What a rule asks for whose findings come and go without a change of the plan."""


def dead_globs(
    settings: Settings, paths: Iterable[Path], rules: Mapping[str, Rule], language: str
) -> Iterator[Finding]:
    """Say which patterns of the settings mean no file: none that was checked, and no other."""
    rule = rules.get("dead-glob")
    checked = list(paths)
    if rule is None or not settings.files:
        return
    for glob in settings.per_file_ignores:
        if any(matches(path, glob, settings.root) for path in checked):
            continue
        if not matches_of(settings.root, anywhere(glob)):
            nearest, *shared = settings.files
            of_nearest, of_shared = (_first(files, glob) for files in ([nearest], shared))
            if of_nearest or not of_shared:  # what brands share need not mean a file of each
                words = {"glob": glob, "key": "per-file-ignores"}
                place = of_nearest or _top(nearest)
                yield finding_at(rule, Problem((), words), place, language)


def _first(files: Iterable[Path], glob: str) -> Place | None:
    """Find where a pattern is written first."""
    found = (place for file in files for _, place in _written(file, re.escape(glob)))
    return next(found, None)


def anywhere(glob: str) -> str:
    """Write a pattern so that a mere name means files in every folder, as settings do."""
    plain = glob.removeprefix("./").rstrip("/")
    return plain.removeprefix("/") if "/" in plain else f"**/{plain}"


def stale_entries(
    ledger: Ledger, ran: Ran, rules: Mapping[str, Rule], language: str
) -> Iterator[Finding]:
    """Say which entries of the baseline no finding needs any more."""
    rule = rules.get("stale-baseline-entry")
    if rule is None:
        return
    of_the_day = {one.code for one in rules.values() if not OF_THE_DAY.isdisjoint(one.needs)}
    stale = list(ledger.stale(ran))
    places = _places(ledger) if stale else {}
    for entry in stale:
        words = {"rule": entry.rule, "path": entry.path}
        # It is no sign of neglect that yesterday's finding is gone today.
        quiet = Severity.INFO if entry.rule in of_the_day else None
        place = places.get(id(entry), _top(ledger.path))
        yield finding_at(rule, Problem((), words, severity=quiet), place, language)


def _places(ledger: Ledger) -> dict[int, Place]:
    """Find every entry of a baseline in one go; plans may share a fingerprint."""
    written = _written(ledger.path, r'(?<="fingerprint": ")[^"]*')
    pairs = zip(ledger.entries, written, strict=False)
    return {id(one): place for one, (mark, place) in pairs if one.fingerprint == mark}


def _written(file: Path, pattern: str) -> Iterator[tuple[str, Place]]:
    """Find texts in a file of ours; none where it is written another way."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    name = _shown(file)
    for number, line in enumerate(lines, 1):
        for found in re.finditer(pattern, line):
            yield found[0], Place(name, number, found.start() + 1, number, found.end() + 1)


def _top(file: Path) -> Place:
    return Place(_shown(file), 1, 1, 1, 1)


def _shown(file: Path) -> str:
    """Name a file from here where it lies below, as plans are."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
