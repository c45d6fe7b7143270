"""What a run of the linter found, over all the plans it was given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from socialplan.finding import Finding, Place
    from socialplan.source import Source

Lines = dict[tuple[str, int], str]
"""The text of lines, by file and number."""


class Checked(NamedTuple):
    """What is said of one plan, with the lines that its findings show; fit for another process."""

    files: tuple[str, ...]
    """The plan's main file first, then those that it includes."""
    paths: tuple[str, ...]
    """Where these files lie."""
    findings: list[Finding]
    suppressed: int
    lines: Lines
    consulted: tuple[str, ...] = ()
    """Other files on which the findings depend."""
    globs: tuple[tuple[str, str], ...] = ()
    """Folder and pattern of every include."""


@dataclass
class Report:
    """Findings in the order of plans and of their text."""

    language: str = "en"
    findings: list[Finding] = field(default_factory=list)
    plans: int = 0
    files: int = 0
    suppressed: int = 0
    lines: Lines = field(default_factory=dict)

    def add(self, checked: Checked) -> None:
        """Take in what one plan had."""
        self.findings += checked.findings
        self.plans += 1
        self.files += len(checked.files)
        self.suppressed += checked.suppressed
        self.lines.update(checked.lines)

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
    """Keep the lines on which findings and what is related to them begin."""
    places = [
        place for one in findings for place in (one.place, *(two.place for two in one.related))
    ]
    return {(at.file, at.line): source.line_text(at.file, at.line) for at in places}


def statistics(findings: Iterable[Finding]) -> Mapping[tuple[str, str], int]:
    """Count findings by rule, the most frequent first."""
    return dict(Counter((one.code, one.name) for one in findings).most_common())
