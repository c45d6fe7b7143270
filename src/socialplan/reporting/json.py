"""Findings for programs; the shape is published as `docs/findings.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialplan.finding import Finding, Place
    from socialplan.linting.report import Report

VERSION = 1


def write(report: Report, *, color: bool, width: int | None) -> str:  # noqa: ARG001 - one shape for all formats
    """Write one JSON document."""
    document = {
        "version": VERSION,
        "findings": [as_data(one) for one in report.findings],
        "summary": {
            **report.counts(),
            "suppressed": report.suppressed,
            "files": report.files,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_data(finding: Finding) -> dict[str, Any]:
    """Turn a finding into plain data; lines and columns from 1, columns in code points."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        "path": list(finding.path),
        "related": [{**_place(one.place), "message": one.label} for one in finding.related],
        "fix": None,
        "url": finding.url,
        "source": finding.source,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
