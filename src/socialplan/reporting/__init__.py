"""Findings become text: one module per format, listed here one line each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.linting.report import Report

FORMATS = {
    "full": "a frame for each finding, for people",
    "concise": "one line a finding, for logs and editors",
    "json": "for programs, with a published schema",
    "github": "annotations of a pull request",
}


def write(report: Report, form: str, *, color: bool = False, width: int | None = None) -> str:
    """Write a report in one of `FORMATS`; `width` is that of the terminal, where there is one."""
    written = import_module(f"socialplan.reporting.{form}").write(report, color=color, width=width)
    return str(written)
