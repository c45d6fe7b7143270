"""Comments that allow nothing any more, deleted whole or but for what they still allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Fix, Rewrite, Span

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
