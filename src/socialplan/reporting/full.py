"""A frame for each finding: the line with carets under the exact characters, then what to do."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from socialplan.escaping import for_log, for_terminal
from socialplan.finding import Safety
from socialplan.reporting.fitting import around, cells, head, wrapped
from socialplan.reporting.phrases import phrase, total_for
from socialplan.reporting.screen import COLORS, FRAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.finding import Correction, Finding, Place
    from socialplan.linting.report import Report
    from socialplan.reporting.pieces import Pieces
    from socialplan.reporting.screen import Screen

NARROWEST = 30
_FIXES = {Safety.SAFE: "fix", Safety.UNSAFE: "unsafe-fix", Safety.DISPLAY: "suggestion"}
_SIGNS = {"-": "31", "+": "32"}
WIDEST = 160


def write(report: Report, screen: Screen, pieces: Pieces) -> str:
    """Write every finding as a frame, and count them."""
    frames = _Frames(report, screen)
    plans = pieces.of(report, ("full", screen), frames.of)
    return "".join([*plans, for_log(total_for(report, screen.width))])


class _Frames:
    def __init__(self, report: Report, screen: Screen) -> None:
        self.report = report
        self.screen = screen
        self.paint = screen.paint
        self.word = cache(partial(phrase, report))
        self.width = max(screen.width or WIDEST, NARROWEST)

    def of(self, findings: Iterable[Finding]) -> str:
        return for_log("".join(map(self.frame, findings)))

    def frame(self, finding: Finding) -> str:
        color = COLORS[finding.severity]
        places = [finding.place, *(one.place for one in finding.related)]
        gutter = max(len(str(place.line)) for place in places)
        lines = self.title(finding, color)
        lines += self.excerpt(finding.place, gutter, "-->", color, "")
        for related in finding.related:
            lines += self.excerpt(related.place, gutter, ":::", FRAME, for_terminal(related.label))
        if finding.help:
            lines += self.advice(gutter, "help", finding.help)
        if finding.fix is not None:
            lines += self.mended(gutter, finding.fix)
        return "\n".join(lines) + "\n\n"

    def title(self, finding: Finding, color: str) -> list[str]:
        level = self.word(str(finding.severity))
        taken = cells(f"{level}[{finding.code}] {finding.name}: ")
        first, *more = self.laid_out(for_terminal(finding.message), taken, "  ")
        code = self.screen.linked(finding.code, finding.url)
        start = self.paint(f"{level}[{code}]", color, bold=True)
        return [f"{start} {self.paint(finding.name, '1')}: {first}".rstrip(), *more]

    def advice(self, gutter: int, key: str, text: str) -> list[str]:
        label = self.word(key)
        indent = " " * (gutter + 3)
        first, *more = self.laid_out(for_terminal(text), gutter + 5 + cells(label), indent)
        edge = " " * gutter + self.paint(" =", FRAME)
        return [f"{edge} {self.paint(label, '1')}: {first}".rstrip(), *more]

    def mended(self, gutter: int, fix: Correction) -> list[str]:
        """Show what a fix does as a small diff."""
        from socialplan.fixing.showing import preview

        lines = self.advice(gutter, _FIXES[fix.safety], fix.title)
        column = fix.edits[0].place.column - 1
        room = self.width - gutter - 3
        for changed in preview(fix, lambda file, line: self.report.lines.get((file, line), "")):
            text = changed.text
            near = around(_shown(text[:column]), "", _shown(text[column:]), room)
            number = self.paint(f"{changed.number:>{gutter}}", FRAME)
            line = f"{changed.sign} {''.join(near)}".rstrip()
            lines.append(f"{number} {self.paint(line, _SIGNS[changed.sign])}")
        return lines

    def laid_out(self, text: str, taken: int, indent: str) -> list[str]:
        """Break a text at the terminal's width; what is no terminal gets it in one line."""
        if self.screen.width is None:
            return [text]
        first, *more = wrapped(text, self.width - len(indent), self.width - taken)
        return [first, *(indent + line for line in more)]

    def excerpt(self, place: Place, gutter: int, arrow: str, color: str, label: str) -> list[str]:
        """Show a line with carets; both are cut to the width of the terminal around the carets."""
        margin = " " * gutter
        bar = self.paint(" |", FRAME)
        where = f"{for_terminal(place.file)}:{place.line}:{place.column}"
        lines = [f"{margin}{self.paint(arrow, FRAME)} {self.screen.linked_file(where, place.file)}"]
        text = self.report.line_at(place).rstrip()
        if not text:
            return lines
        room = self.width - gutter - 4
        before, marked, after = self.parts(place, text, room)
        number = self.paint(f"{place.line:>{gutter}}", FRAME)
        lines.append(f"{margin}{bar}")
        lines.append(f"{number}{bar} {before}{marked}{after}".rstrip())
        indent, carets = cells(before), "^" * max(1, cells(marked))
        drawn = f"{margin}{bar} {' ' * indent}{self.paint(carets, color, bold=True)}"
        if not label:
            return [*lines, drawn]
        if indent + len(carets) + 1 + cells(label) <= room:
            return [*lines, f"{drawn} {self.paint(label, color)}"]
        left = max(0, min(indent, room - cells(label)))
        beneath = f"{margin}{bar} {' ' * left}{self.paint(head(label, room), color)}"
        return [*lines, drawn, beneath]

    def parts(self, place: Place, text: str, room: int) -> tuple[str, str, str]:
        """Split a line into what stands before, under and after the carets, cut to the room."""
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(text)
        seen = room + 1  # characters on either side that can show: a line may hold millions
        before = text[max(0, start - seen) : start]
        marked = text[start : min(end, start + seen)]
        after = text[end : end + seen]
        return around(_shown(before), _shown(marked), _shown(after), room)


def _shown(text: str) -> str:
    return for_terminal(text.replace("\t", "    "))
