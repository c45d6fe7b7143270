"""What a run of the linter found, over all the plans it was given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.finding import Correction, Finding, Place
    from socialplan.rule import Rule
    from socialplan.source import Source

LONGEST_FIX = 12
"""Lines of a fix that can be shown whole."""
Lines = dict[tuple[str, int], str]
"""The text of lines, by file and number."""


class Allowed(NamedTuple):
    """A finding that is not shown, and why: a comment or the baseline allows it."""

    finding: Finding
    reason: str
    by_comment: bool = True


class Checked(NamedTuple):
    """What is said of one plan, with the lines that its findings show; fit for another process."""

    files: tuple[str, ...]
    """The plan's main file first, then those that it includes."""
    paths: tuple[str, ...]
    """Where these files lie."""
    findings: list[Finding]
    allowed: list[Allowed]
    lines: Lines
    consulted: tuple[str, ...] = ()
    """Other files on which the findings depend."""
    globs: tuple[tuple[str, str], ...] = ()
    """Folder and pattern of every include."""
    mark: str = ""
    """Stands for all that is said of the plan; empty where that may not be kept."""


@dataclass
class Report:
    """Findings in the order of plans and of their text."""

    language: str = "en"
    findings: list[Finding] = field(default_factory=list)
    plans: int = 0
    files: int = 0
    allowed: list[Allowed] = field(default_factory=list)
    lines: Lines = field(default_factory=dict)
    files_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What each plan, by its main file, is made of."""
    rules: dict[str, Rule] = field(default_factory=dict)
    """By code, those that could have spoken."""
    marks: list[tuple[str, int]] = field(default_factory=list)
    """Of each plan, what stands for all that is said of it, and how many findings that is."""

    def add(self, checked: Checked) -> None:
        """Take in what one plan had."""
        self.findings += checked.findings
        self.plans += 1
        self.files += len(checked.files)
        self.allowed += checked.allowed
        self.lines.update(checked.lines)
        self.files_of[checked.files[0]] = checked.files
        self.marks.append((checked.mark, len(checked.findings)))

    def by_plan(self) -> Iterator[tuple[str, list[Finding]]]:
        """Cut the findings by plan, each with its mark; last, what only a whole run can say."""
        left = iter(self.findings)
        for mark, count in self.marks:
            yield mark, list(islice(left, count))
        yield "", list(left)

    @property
    def suppressed(self) -> int:
        """Count the findings that comments allow."""
        return sum(one.by_comment for one in self.allowed)

    def counts(self) -> dict[str, int]:
        """Count findings by severity."""
        counted = Counter(one.severity for one in self.findings)
        return {str(level): counted[level] for level in reversed(Severity)}

    def at_least(self, severity: Severity) -> bool:
        """Say whether anything is as severe as that."""
        return any(one.severity.rank >= severity.rank for one in self.findings)

    def line_at(self, place: Place) -> str:
        """Give the whole first line of a place."""
        return self.lines.get((place.file, place.line), "")


def lines_shown(source: Source, findings: Iterable[Finding]) -> Lines:
    """Keep the lines on which findings begin and end, and what is related to them, and fixes."""
    lines: set[tuple[str, int]] = set()
    for one in findings:
        for at in (one.place, *(two.place for two in one.related)):
            lines |= {(at.file, at.line), (at.file, at.end_line)}
        if one.fix is not None:
            lines.update(_lines_mended(one.fix))
    return {(file, line): source.line_text(file, line) for file, line in lines}


def _lines_mended(fix: Correction) -> Iterable[tuple[str, int]]:
    """Give the lines that a fix touches, with those in between; of a long one only the ends."""
    for file in {edit.place.file for edit in fix.edits}:
        places = [edit.place for edit in fix.edits if edit.place.file == file]
        ends = {line for at in places for line in (at.line, at.end_line)}
        first, last = min(ends), max(ends)
        lines = range(first, last + 1) if last - first < LONGEST_FIX else ends
        yield from ((file, line) for line in lines)
