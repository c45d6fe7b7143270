"""A comment for a pull request: counts, a table, and what is many folded away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.escaping import for_markdown
from socialplan.finding import Severity
from socialplan.reporting.phrases import gravest_first, phrase, total
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.finding import Finding
    from socialplan.linting.report import Report

SHOWN = 20
"""Rows before the rest is folded away."""
LONGEST = 60_000
"""Characters; a comment on GitHub holds 65,536."""
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


def write(report: Report) -> str:
    """Write the comment; its first line lets a script find it again."""
    rows = [_row(one, report) for one in gravest_first(report)]
    fitting = _fitting(rows)
    parts = ["<!-- socialplan -->", f"### socialplan\n\n{total(report)}"]
    if fitting:
        parts.append(_table(fitting[:SHOWN], report))
    if len(fitting) > SHOWN:
        label = phrase(report, "more", count=len(fitting) - SHOWN)
        folded = _table(fitting[SHOWN:], report)
        parts.append(f"<details>\n<summary>{label}</summary>\n\n{folded}\n\n</details>")
    if len(fitting) < len(rows):
        parts.append(phrase(report, "not-shown", count=len(rows) - len(fitting)))
    return "\n\n".join(parts) + "\n"


def _fitting(rows: list[str]) -> list[str]:
    """Keep as many rows as a comment holds."""
    left = LONGEST
    for number, row in enumerate(rows):
        left -= len(row) + 1
        if left < 0:
            return rows[:number]
    return rows


def _table(rows: Iterable[str], report: Report) -> str:
    place, finding, rule = (phrase(report, key) for key in ("place", "finding", "rule"))
    return "\n".join([f"| | {place} | {finding} | {rule} |", "| --- | --- | --- | --- |", *rows])


def _row(finding: Finding, report: Report) -> str:
    place = finding.place
    level = f"{_SIGNS[finding.severity]} {phrase(report, str(finding.severity))}"
    where = f"{_quiet(in_repository(place.file))}:{place.line}"
    said = "<br>".join(_quiet(part) for part in (finding.message, finding.help) if part)
    return f"| {level} | {where} | {said} | {finding.code} {finding.name} |"


def _quiet(text: str) -> str:
    """Escape a text but for its code; no person or issue that it names is called."""
    escaped = re.sub(r"(@|\\#)(?=\w)", r"\1<!-- -->", for_markdown(text))
    return re.sub(r"\\`([^`]+)\\`", r"<code>\1</code>", escaped)
