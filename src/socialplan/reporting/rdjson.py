"""Findings for reviewdog, in its diagnostic format; it counts columns in bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialplan.finding import Safety, Severity
from socialplan.reporting.json import written
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from socialplan.finding import Edit, Finding, Place
    from socialplan.linting.report import Report

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(report: Report) -> str:
    """Write one result with all diagnostics."""
    found = [_diagnostic(one, report) for one in report.findings]
    return written({"source": {"name": "socialplan"}, "diagnostics": found})


def _diagnostic(finding: Finding, report: Report) -> dict[str, Any]:
    code = {"value": f"{finding.code} {finding.name}"}
    if finding.url:
        code["url"] = finding.url
    said: dict[str, Any] = {
        "message": _message(finding),
        "location": {
            "path": in_repository(finding.place.file),
            "range": _range(finding.place, report),
        },
        "severity": _LEVELS[finding.severity],
        "code": code,
    }
    suggested = _suggested(finding)
    if suggested is not None:
        range_ = _range(suggested.place, report)
        said["suggestions"] = [{"range": range_, "text": suggested.new}]
    return said


def _suggested(finding: Finding) -> Edit | None:
    """Give the edit of a fix; one of several would be applied without the others."""
    fix = finding.fix
    if fix is None or fix.safety is Safety.DISPLAY or len(fix.edits) != 1:
        return None
    [edit] = fix.edits
    return edit if edit.place.file == finding.place.file else None


def _message(finding: Finding) -> str:
    """Say all in the message: the format has no field for help, and a new one for what relates."""
    related = [
        f"{one.label}: {in_repository(one.place.file)}:{one.place.line}" for one in finding.related
    ]
    return "\n".join(part for part in (finding.message, finding.help, *related) if part)


def _range(place: Place, report: Report) -> dict[str, Any]:
    return {
        "start": _position(report, place.file, place.line, place.column),
        "end": _position(report, place.file, place.end_line, place.end_column),
    }


def _position(report: Report, file: str, line: int, column: int) -> dict[str, int]:
    before = report.lines.get((file, line), "")[: column - 1]
    more = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column + more}
