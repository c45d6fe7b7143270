"""Issues of a run of Azure Pipelines; what is only a hint stays a line of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.escaping import for_azure, for_log, for_terminal
from socialplan.finding import Severity
from socialplan.reporting import concise
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write(report: Report) -> str:
    """Write a command for each finding."""
    return "".join(_line(one) + "\n" for one in report.findings)


def _line(finding: Finding) -> str:
    kind = _KINDS.get(finding.severity)
    if kind is None:
        return concise.line(finding)
    place = finding.place
    properties = {
        "type": kind,
        "sourcepath": in_repository(place.file),
        "linenumber": place.line,
        "columnnumber": place.column,
        "code": finding.code,
    }
    written = "".join(f"{key}={_safe(str(value))};" for key, value in properties.items())
    said = " ".join(part for part in (f"{finding.name}: {finding.message}", finding.help) if part)
    return f"##vso[task.logissue {written}]{_safe(said)}"


def _safe(text: str) -> str:
    return for_azure(for_log(for_terminal(text)))
