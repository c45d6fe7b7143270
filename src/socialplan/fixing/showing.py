"""What a fix changes, for readers: the lines of one finding, or a whole unified diff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.fixing.comparing import LineComparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Correction
    from socialplan.fixing.mending import Changed

MOST_LINES = 12
"""Of one finding's fix; what rewrites more is better seen in a diff."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BREAK = re.compile(r"\r\n?|\n")


class Line(NamedTuple):
    """A line that goes (`-`) or comes (`+`), with its number in the file as it is."""

    sign: str
    number: int
    text: str


def preview(fix: Correction, line_at: Callable[[str, int], str]) -> list[Line]:
    """Show the lines that a fix changes, in their file; empty where they are too many."""
    places = [edit.place for edit in fix.edits]
    first, last = min(at.line for at in places), max(at.end_line for at in places)
    if last - first >= MOST_LINES or len({at.file for at in places}) > 1:
        return []
    file = places[0].file
    old = [line_at(file, number) for number in range(first, last + 1)]
    new = list(old)
    for edit in reversed(fix.edits):
        start, end = edit.place.line - first, edit.place.end_line - first
        head = new[start][: edit.place.column - 1]
        tail = new[end][edit.place.end_column - 1 :] if end < len(new) else ""
        new[start : end + 1] = _BREAK.split(head + edit.new + tail)
    return list(_changed(old, new, first))


def _changed(old: list[str], new: list[str], first: int) -> Iterator[Line]:
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    same = next(
        (i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    for sign, lines in (("-", old), ("+", new)):
        for number, text in enumerate(lines[same:], first + same):
            yield Line(sign, number, text)


def diff(files: Iterable[Changed]) -> str:
    """Write a unified diff that `patch -p0` takes."""
    return "".join(line for file in files for line in _diff(file))


def _diff(file: Changed) -> Iterator[str]:
    old, new = (_LINE.findall(content.decode("utf-8")) for content in (file.before, file.after))
    yield f"--- {file.name}\n+++ {file.name}\n"
    for hunk in LineComparison(old, new).get_grouped_opcodes():
        start, end = hunk[0], hunk[-1]
        yield f"@@ -{_range(start[1], end[2])} +{_range(start[3], end[4])} @@\n"
        for tag, old_start, old_end, new_start, new_end in hunk:
            yield from _signed("-" if tag != "equal" else " ", old[old_start:old_end])
            if tag != "equal":
                yield from _signed("+", new[new_start:new_end])


def _signed(sign: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        yield f"{sign}{line}{end}"


def _range(start: int, end: int) -> str:
    """Count lines as unified diffs do: from 1, and none from the line before."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + (end > start)},{end - start}"
