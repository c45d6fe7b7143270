"""One line a finding: `file:line:column: severity[code] name: message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.escaping import for_log, for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.finding import Finding
    from socialplan.linting.report import Report
    from socialplan.reporting.pieces import Pieces


def write(report: Report, pieces: Pieces) -> str:
    """Write the lines that editors and people grep."""
    return "".join(pieces.of(report, "concise", _lines))


def _lines(findings: Iterable[Finding]) -> str:
    return "".join(line(one) + "\n" for one in findings)


def line(finding: Finding, level: str = "") -> str:
    """Write one finding on one line; `level` is its severity in the reader's language."""
    place = finding.place
    return for_log(
        for_terminal(
            f"{place.file}:{place.line}:{place.column}: "
            f"{level or finding.severity}[{finding.code}] {finding.name}: {finding.message}"
        )
    )
