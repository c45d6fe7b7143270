"""Annotations of a GitHub pull request, and what does not fit, in the step's summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.escaping import for_annotation, for_annotation_property, for_markdown
from socialplan.finding import Severity
from socialplan.reporting import concise

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report

SHOWN = 10
"""Annotations that GitHub shows of one step."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, *, color: bool, width: int | None) -> str:  # noqa: ARG001 - one shape for all formats
    """Write the gravest findings as annotations, the rest to the summary or as plain lines."""
    gravest = sorted(report.findings, key=lambda one: -one.severity.rank)
    shown, rest = gravest[:SHOWN], gravest[SHOWN:]
    lines = [_annotation(one) for one in shown]
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if rest and summary:
        with Path(summary).open("a", encoding="utf-8") as page:
            page.writelines(f"- {for_markdown(concise.line(one))}\n" for one in rest)
    else:
        lines += [concise.line(one) for one in rest]
    return "".join(line + "\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": f"{finding.code} {finding.name}",
    }
    written = ",".join(
        f"{key}={for_annotation_property(str(value))}" for key, value in properties.items()
    )
    message = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
    return f"::{_KINDS[finding.severity]} {written}::{for_annotation(message)}"
