"""Annotations of a GitHub pull request, and what does not fit, in the step's summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.errors import Unwritable
from socialplan.escaping import (
    for_annotation,
    for_annotation_property,
    for_log,
    for_markdown,
    for_terminal,
)
from socialplan.finding import Severity
from socialplan.reporting import concise
from socialplan.reporting.phrases import gravest_first
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report

SHOWN = 10
"""Annotations that GitHub shows of one step."""
LONGEST = 900_000
"""Bytes that we write of the summary's 1 MiB, which other commands of the step share."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report) -> str:
    """Write the gravest findings as annotations, the rest to the summary or as plain lines."""
    gravest = gravest_first(report)
    shown, rest = gravest[:SHOWN], gravest[SHOWN:]
    lines = [_annotation(one) for one in shown]
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if rest and summary:
        _append(Path(summary), rest)
    else:
        lines += [concise.line(one) for one in rest]
    return "".join(line + "\n" for line in lines)


def _append(page: Path, findings: list[Finding]) -> None:
    """Add findings to the summary of the step, as many as it holds."""
    left = LONGEST
    try:
        with page.open("a", encoding="utf-8") as summary:
            for one in findings:
                row = f"- {for_markdown(concise.line(one))}\n"
                left -= len(row.encode())
                if left < 0:
                    break
                summary.write(row)
    except OSError as error:
        raise Unwritable(page, error.strerror or str(error)) from None


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties: dict[str, str | int] = {
        "file": in_repository(place.file),
        "line": place.line,
        "endLine": place.end_line,
        "title": f"{finding.code} {finding.name}",
    }
    if place.line == place.end_line:  # GitHub knows no columns of several lines
        properties |= {"col": place.column, "endColumn": place.end_column}
    written = ",".join(
        f"{key}={for_annotation_property(_safe(str(value)))}" for key, value in properties.items()
    )
    said = "\n".join(_safe(part) for part in (finding.message, finding.help) if part)
    return f"::{_KINDS[finding.severity]} {written}::{for_annotation(said)}"


def _safe(text: str) -> str:
    return for_log(for_terminal(text))
