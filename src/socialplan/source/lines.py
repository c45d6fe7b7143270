"""The blocks of a broken file, seen by its lines and their indentation alone."""

from __future__ import annotations

import re

KEY = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|[^\s#\[{\"'][^#\r\n]*?)[ \t]*:(?:[ \t]+|\Z)"
)
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)*")
_COMMENT = re.compile(r"[ \t]+#[ \t][^\r\n]*\Z")
_REST = re.compile(r"[^\r\n]*")
_BRACKET_VALUE = re.compile(r"[^,\[\]{}\r\n]*")
_STARTS_VALUE = re.compile(r"[\[{,]|:[ \t]")


class Lines:
    """Answers about the lines around an offset of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def start_of_line(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def end_of_line(self, at: int) -> int:
        match = _REST.match(self.text, at)
        return match.end() if match else len(self.text)

    def first_text(self, at: int) -> int:
        """The first character of the line that is no white space."""
        start = self.start_of_line(at)
        line = self.text[start : self.end_of_line(start)]
        return start + len(line) - len(line.lstrip(" \t"))

    def line_before(self, at: int) -> int:
        return self.start_of_line(max(0, self.start_of_line(at) - 1))

    def last_text(self, at: int) -> int:
        """The offset itself, or the last character before it where only white space follows."""
        if self.text[at:].strip():
            return at
        return max(0, len(self.text[:at].rstrip()) - 1)

    def value_at(self, at: int, *, in_brackets: bool) -> tuple[int, int] | None:
        """The value on the line of `at`; None when `at` stands in a key."""
        start, end = self.start_of_line(at), self.end_of_line(at)
        line = self.text[start:end]
        if in_brackets:
            marks = [match.end() for match in _STARTS_VALUE.finditer(line, 0, at - start)]
            begin = start + (marks[-1] if marks else 0)
            rest = _BRACKET_VALUE.match(self.text, at)
            stop = min(rest.end() if rest else end, end)
        else:
            key = KEY.match(line, 0, at - start) or _ITEM.match(line)
            begin = start + (key.end() if key else 0)
            comment = _COMMENT.search(line, begin - start)
            stop = start + comment.start() if comment else end
            if key and key.re is _ITEM and not self._may_start(line, key[0], start):
                return None
        return _stripped(self.text, begin, stop)

    def _may_start(self, line: str, item: str, start: int) -> bool:
        """Whether a value without a key before it on its line may stand there."""
        if KEY.match(line):
            return False
        return "-" in item or self.text[:start].rstrip().endswith(":")


def _stripped(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    part = text[begin:stop]
    begin += len(part) - len(part.lstrip())
    stop -= len(part) - len(part.rstrip())
    return (begin, stop) if begin < stop else None
