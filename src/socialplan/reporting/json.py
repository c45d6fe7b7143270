"""Findings for programs; the shape is published as `docs/findings.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from socialplan.escaping import for_json

if TYPE_CHECKING:
    from socialplan.finding import Correction, Finding, Place
    from socialplan.linting.report import Report

VERSION = 1


def write(report: Report) -> str:
    """Write one JSON document."""
    findings = [as_data(one) for one in report.findings]
    return written({"version": VERSION, "findings": findings, "summary": summary(report)})


def written(document: object, indent: int | None = 2) -> str:
    """Write data as JSON; without an indent on one line."""
    return for_json(json.dumps(document, ensure_ascii=False, indent=indent)) + "\n"


def summary(report: Report) -> dict[str, int]:
    """Count what was found, what comments allow, and the files."""
    return {**report.counts(), "suppressed": report.suppressed, "files": report.files}


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
        "fix": None if finding.fix is None else _fix(finding.fix),
        "url": finding.url,
        "source": finding.source,
    }


def _fix(fix: Correction) -> dict[str, Any]:
    edits = [{**_place(one.place), "text": one.new} for one in fix.edits]
    return {"title": fix.title, "safety": str(fix.safety), "edits": edits}


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
