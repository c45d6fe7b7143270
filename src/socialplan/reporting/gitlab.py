"""A Code Quality report, which GitLab compares with that of the target branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialplan.finding import Severity
from socialplan.reporting.identity import fingerprints
from socialplan.reporting.json import written
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report) -> str:
    """Write the list of issues."""
    marks = fingerprints(report.findings)
    return written([_issue(*pair) for pair in zip(report.findings, marks, strict=True)])


def _issue(finding: Finding, mark: str) -> dict[str, Any]:
    place = finding.place
    return {
        "type": "issue",
        "check_name": f"{finding.code} {finding.name}",
        "description": finding.message,
        "content": {"body": finding.help or ""},
        "categories": ["Style"],
        "severity": _LEVELS[finding.severity],
        "fingerprint": mark,
        "location": {
            "path": in_repository(place.file),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
