"""Comments that allow nothing where they stand: deleted, whole or in part, or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Fix, Rewrite, Safety, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.source import Source


def without_comment(source: Source, comment: Span) -> Fix:
    """Delete a comment, and its line where nothing else stands there."""
    file = source.file_of(comment.start)
    line = file.place(comment).line
    starts = [*file.line_starts, len(file.text)]
    first, next_line = starts[line - 1], starts[line]
    before = file.text[first : comment.start - file.base].rstrip(" \t")
    if before:
        start, end = first + len(before), first + len(file.line_text(line))
    else:
        start, end = first, next_line
    return Fix((Rewrite(Span(start + file.base, end + file.base), ""),))


def without_part(source: Source, comment: Span, parts: Sequence[Span], gone: int) -> Fix:
    """Delete one of the names that a comment lists; the comment, where it is the only one."""
    if len(parts) == 1:
        return without_comment(source, comment)
    if gone + 1 < len(parts):
        return Fix((Rewrite(Span(parts[gone].start, parts[gone + 1].start), ""),))
    return Fix((Rewrite(Span(parts[gone - 1].end, parts[gone].end), ""),))


def above(source: Source, comment: Span, first: int) -> Fix:
    """Put a comment on a line of its own above the first that it is to cover."""
    file = source.file_of(comment.start)
    line = file.place(comment).line
    starts = [*file.line_starts, len(file.text)]
    begin, text = starts[line - 1], file.line_text(line)
    covered = file.line_text(first)
    indent = covered[: len(covered) - len(covered.lstrip(" "))]
    ends = file.text[starts[first - 1] + len(covered) : starts[first]] or "\n"
    at, start = starts[first - 1] + file.base, comment.start - file.base - begin
    told = f"{indent}{text[start:].rstrip()}{ends}"
    gone = without_comment(source, comment).changes
    return Fix((Rewrite(Span(at, at), told), *gone), Safety.UNSAFE)
