"""What a whole run can say, and no single plan: exceptions of settings that are dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Place, Problem
from socialplan.linting.checking import matches
from socialplan.linting.saying import finding_at

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from socialplan.config import Settings
    from socialplan.finding import Finding
    from socialplan.linting.baseline import Entry
    from socialplan.rule import Rule


def dead_globs(
    settings: Settings, paths: Iterable[Path], rules: Mapping[str, Rule], language: str
) -> Iterator[Finding]:
    """Say which patterns of the settings mean none of the files that were checked."""
    rule = rules.get("dead-glob")
    checked = list(paths)
    if rule is None or not settings.files:
        return
    for glob in settings.per_file_ignores:
        if not any(matches(path, glob, settings.root) for path in checked):
            words = {"glob": glob, "key": "per-file-ignores"}
            place = _place_of(settings.files, glob)
            yield finding_at(rule, Problem((), words), place, language)


def stale_entries(
    path: Path,
    entries: Iterable[Entry],
    left: Counter[str],
    rules: Mapping[str, Rule],
    language: str,
) -> Iterator[Finding]:
    """Say which entries of the baseline no finding needs any more."""
    rule = rules.get("stale-baseline-entry")
    if rule is None:
        return
    for entry in entries:
        if left[entry.fingerprint] > 0:
            words = {"rule": entry.rule, "path": entry.path}
            place = _place_of((path,), entry.fingerprint)
            yield finding_at(rule, Problem((), words), place, language)


def _place_of(files: Iterable[Path], text: str) -> Place:
    """Find a text in configuration files; their beginning where it is written another way."""
    first: Path | None = None
    for file in files:
        first = first or file
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        for number, line in enumerate(lines, 1):
            if text in line:
                column = line.index(text) + 1
                return Place(str(file), number, column, number, column + len(text))
    return Place(str(first), 1, 1, 1, 1)
