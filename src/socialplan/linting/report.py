"""What a run of the linter found, over all the plans it was given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from socialplan.finding import Severity

if TYPE_CHECKING:
    from socialplan.finding import Finding, Place
    from socialplan.source import Source


@dataclass
class Report:
    """Findings in the order of plans and of their text."""

    language: str = "en"
    findings: list[Finding] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    suppressed: int = 0

    def add(self, source: Source, findings: list[Finding]) -> None:
        """Take in what one plan had."""
        self.sources.append(source)
        self.findings += findings

    def counts(self) -> dict[str, int]:
        """Count findings by severity."""
        counted = Counter(one.severity for one in self.findings)
        return {str(level): counted[level] for level in reversed(Severity)}

    def at_least(self, severity: Severity) -> bool:
        """Say whether anything is as severe as that."""
        return any(one.severity.rank >= severity.rank for one in self.findings)

    @property
    def files(self) -> int:
        return sum(len(source.files) for source in self.sources)

    def line_at(self, place: Place) -> str:
        """Give the whole first line of a place."""
        for source in self.sources:
            for file in source.files:
                if file.name == place.file:
                    return source.line_text(place.file, place.line)
        return ""
