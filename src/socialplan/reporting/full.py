"""A frame for each finding: the line with carets under the exact characters, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.escaping import for_terminal
from socialplan.finding import Severity
from socialplan.translating import fill, template

if TYPE_CHECKING:
    from socialplan.finding import Finding, Place
    from socialplan.linting.report import Report

NARROWEST = 30
WIDEST = 160
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def write(report: Report, *, color: bool, width: int | None) -> str:
    """Write every finding as a frame, and count them."""
    frames = _Frames(report, color=color, width=width or WIDEST)
    return "".join([*map(frames.frame, report.findings), frames.summary()])


class _Frames:
    def __init__(self, report: Report, *, color: bool, width: int) -> None:
        self.report = report
        self.color = color
        self.width = max(width, NARROWEST)
        self.language = report.language

    def frame(self, finding: Finding) -> str:
        head = self.paint(
            f"{self.word(str(finding.severity))}[{finding.code}]",
            _COLORS[finding.severity],
            bold=True,
        )
        lines = [f"{head} {self.paint(finding.name, '1')}: {for_terminal(finding.message)}"]
        gutter = max(len(str(place.line)) for place in self._places(finding))
        lines += self.excerpt(finding.place, gutter, "-->", _COLORS[finding.severity], "")
        for related in finding.related:
            lines += self.excerpt(related.place, gutter, ":::", "34", related.label)
        edge = " " * gutter + self.paint(" =", "34")
        if finding.help:
            lines.append(
                f"{edge} {self.paint(self.word('help'), '1')}: {for_terminal(finding.help)}"
            )
        return "\n".join(lines) + "\n\n"

    def _places(self, finding: Finding) -> list[Place]:
        return [finding.place, *(one.place for one in finding.related)]

    def excerpt(self, place: Place, gutter: int, arrow: str, paint: str, label: str) -> list[str]:
        """Show a line with carets; both are cut to the width of the terminal around the carets."""
        margin = " " * gutter
        bar = self.paint(" |", "34")
        where = f"{for_terminal(place.file)}:{place.line}:{place.column}"
        lines = [f"{margin}{self.paint(arrow, '34')} {where}"]
        text = self.report.line_at(place).rstrip()
        if not text:
            return lines
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(text)
        room = self.width - gutter - 4
        before, marked, after = (
            for_terminal(text[:start].replace("\t", "    ")),
            for_terminal(text[start:end].replace("\t", "    ")),
            for_terminal(text[end:].replace("\t", "    ")),
        )
        before, marked, after = _cut(before, marked, after, room)
        carets = "^" * max(1, cells(marked))
        lines.append(f"{margin}{bar}")
        number = self.paint(f"{place.line:>{gutter}}", "34")
        lines.append(f"{number}{bar} {before}{marked}{after}".rstrip())
        lines.append(
            f"{margin}{bar} {' ' * cells(before)}{self.paint(carets, paint, bold=True)}"
            + (f" {self.paint(label, paint)}" if label else "")
        )
        return lines

    def summary(self) -> str:
        counts = self.report.counts()
        key = "found" if self.report.findings else "nothing-found"
        return (
            fill(template(self.language, f"lint.{key}"), {**counts, "plans": self.report.plans}, self.language)
            + "\n"
        )

    def word(self, key: str) -> str:
        return template(self.language, f"lint.{key}")

    def paint(self, text: str, code: str, *, bold: bool = False) -> str:
        if not self.color:
            return text
        return f"\x1b[{'1;' if bold else ''}{code}m{text}\x1b[0m"


def cells(text: str) -> int:
    """Count the terminal columns of a text; Chinese characters take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _cut(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Keep the marked characters in view and as much around them as there is room for."""
    if cells(before) + cells(marked) + cells(after) <= room:
        return before, marked, after
    marked = _head(marked, max(room * 2 // 3, 8))
    left = room - cells(marked)
    before = _tail(before, max(left // 2, left - cells(after)))
    after = _head(after, left - cells(before))
    return before, marked, after


def _head(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = text[: max(room - 1, 0)]
    while kept and cells(kept) > room - 1:
        kept = kept[:-1]
    return kept + "…"


def _tail(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = text[-max(room - 1, 1) :]
    while kept and cells(kept) > room - 1:
        kept = kept[1:]
    return "…" + kept
