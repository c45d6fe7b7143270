"""Findings for programs that read as they come: one JSON object a line, the summary last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.reporting.json import VERSION, as_data, summary, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.finding import Finding
    from socialplan.linting.report import Report
    from socialplan.reporting.pieces import Pieces


def write(report: Report, pieces: Pieces) -> str:
    """Write the findings as `json` has them, then a line with its version and summary."""
    last = {"version": VERSION, "summary": summary(report)}
    return "".join([*pieces.of(report, "jsonl", _lines), written(last, None)])


def _lines(findings: Iterable[Finding]) -> str:
    return "".join(written(as_data(one), None) for one in findings)
