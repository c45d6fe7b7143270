"""Findings by file, then by line, one under the other: for people who have many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.escaping import for_log, for_terminal
from socialplan.reporting.fitting import cells, wrapped
from socialplan.reporting.phrases import phrase, total_for
from socialplan.reporting.screen import COLORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Finding, Severity
    from socialplan.linting.report import Report
    from socialplan.reporting.screen import Screen

NARROWEST = 30


def write(report: Report, screen: Screen) -> str:
    """Write each file's findings under its name, and count them."""
    parts = [_file(file, found, report, screen) for file, found in by_file(report).items()]
    return for_log("\n".join([*parts, total_for(report, screen.width)]))


def by_file(report: Report) -> dict[str, list[Finding]]:
    """Gather findings by file, in the order of their lines."""
    files: dict[str, list[Finding]] = {}
    for one in report.findings:
        files.setdefault(one.place.file, []).append(one)
    return {file: sorted(found, key=lambda one: one.place[1:3]) for file, found in files.items()}


def _file(file: str, found: list[Finding], report: Report, screen: Screen) -> str:
    title = screen.linked_file(screen.paint(for_terminal(file), "4"), file)
    spots = [f"{one.place.line}:{one.place.column}" for one in found]
    levels = {one.severity: phrase(report, str(one.severity)) for one in found}
    spot, level = max(map(len, spots)), max(map(cells, levels.values()))
    lines = [title]
    for where, one in zip(spots, found, strict=True):
        start = f"  {where:>{spot}}  {_level(one.severity, levels, level, screen)}  "
        lines += _lines(one, start, 2 + spot + 2 + level + 2, screen)
    return "\n".join(lines) + "\n"


def _level(severity: Severity, levels: dict[Severity, str], width: int, screen: Screen) -> str:
    word = levels[severity]
    return screen.paint(word, COLORS[severity]) + " " * (width - cells(word))


def _lines(finding: Finding, start: str, indent: int, screen: Screen) -> Iterator[str]:
    """Write a message and its rule, the rule on a line of its own where they do not fit."""
    message, rule = for_terminal(finding.message), f"{finding.code} {finding.name}"
    shown = screen.paint(screen.linked(rule, finding.url), "2")
    if screen.width is None:
        yield f"{start}{message}  {shown}"
        return
    room = max(screen.width, NARROWEST) - indent
    lines = wrapped(message, room)
    if cells(lines[-1]) + 2 + len(rule) <= room:
        lines[-1] += f"  {shown}"
    else:
        lines.append(shown)
    yield start + lines[0]
    yield from (" " * indent + line for line in lines[1:])
