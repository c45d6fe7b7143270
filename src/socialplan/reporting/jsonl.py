"""Findings for programs that read as they come: one JSON object a line, the summary last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.reporting.json import VERSION, as_data, summary, written

if TYPE_CHECKING:
    from socialplan.linting.report import Report


def write(report: Report) -> str:
    """Write the findings as `json` has them, then a line with its version and summary."""
    last = {"version": VERSION, "summary": summary(report)}
    return "".join(written(one, None) for one in [*map(as_data, report.findings), last])
