"""Findings become text: one module per format, listed here one line each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.linting.report import Report
    from socialplan.reporting.pieces import Pieces
    from socialplan.reporting.screen import Screen

FORMATS = {
    "full": "a frame for each finding, for people",
    "concise": "one line a finding, for logs and editors",
    "grouped": "by file and line, for people with many findings",
    "json": "for programs, with a published schema",
    "jsonl": "the same, one finding a line",
    "github": "annotations of a pull request on GitHub",
    "gitlab": "a Code Quality report for merge requests on GitLab",
    "azure": "issues of a run of Azure Pipelines",
    "junit": "XML that shows findings as tests",
    "sarif": "SARIF 2.1.0, for code scanning",
    "rdjson": "for reviewdog",
    "markdown": "a comment for a pull request",
}
FOR_PEOPLE = ("full", "grouped")
"""Those that mind the colours, width and links of the screen."""
BY_PLAN = ("full", "concise", "jsonl")
"""Those in which what one plan has follows what the last one had."""


def write(
    report: Report, form: str, screen: Screen | None = None, pieces: Pieces | None = None
) -> str:
    """Write a report in one of `FORMATS`."""
    from socialplan.reporting.pieces import Pieces
    from socialplan.reporting.screen import PLAIN

    module = import_module(f"socialplan.reporting.{form}")
    minded = (screen or PLAIN,) if form in FOR_PEOPLE else ()
    more = (pieces or Pieces(),) if form in BY_PLAN else ()
    return str(module.write(report, *minded, *more))
