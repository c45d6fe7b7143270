"""Which lines a comment covers, and what these lines are a part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.source import Comment, SourceFile


def lines_covered(file: SourceFile, comment: Comment, *, whole: bool) -> range:
    """Give the lines that a comment covers, from 1, the end exclusive."""
    line = file.place(comment.span).line
    if whole:
        return range(1, len(file.line_starts) + 1)
    if comment.own_line:
        return block(file, _next_content(file, line + 1))
    if re.search(r"(^|[\s:-])[|>][-+0-9]{0,2}\s*$", file.line_text(line).split("#")[0]):
        return block(file, line)
    return range(line, line + 1)


def _next_content(file: SourceFile, line: int) -> int:
    while line < len(file.line_starts) and _is_blank(file.line_text(line)):
        line += 1
    return line


def block(file: SourceFile, first: int) -> range:
    """Cover a line and what is indented below it."""
    indent = _indent(file.line_text(first))
    last = first
    for line in range(first + 1, len(file.line_starts) + 1):
        text = file.line_text(line)
        if not text.strip() or _indent(text) > indent:
            last = line
        elif not _is_blank(text):  # a comment may stand anywhere, and ends nothing
            break
    return range(first, last + 1)


def entry_around(file: SourceFile, line: int) -> int | None:
    """Find the first line of the entry of a list, such as a post, that has a line in it."""
    indent = _indent(file.line_text(line))
    for before in range(line - 1, 0, -1):
        text = file.line_text(before)
        if not _is_blank(text) and _indent(text) < indent:
            if text.split(maxsplit=1)[0] == "-":
                return before
            indent = _indent(text)
    return None


def _is_blank(text: str) -> bool:
    return not text.strip() or text.lstrip().startswith("#")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
