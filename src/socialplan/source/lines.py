"""The blocks of a broken file, seen by its lines and their indentation alone."""

from __future__ import annotations

import re

_KEY = re.compile(
    r"[ \t]*(?:-[ \t]+)*(?:\"[^\"]*\"|'[^']*'|(?!-[ \t])[^\s#\[{\"'][^#\r\n]*?)[ \t]*:(?:[ \t]+|\Z)"
)
_LINE = re.compile(r"[^\r\n]*(?:[\r\n]|\Z)")
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)*")
# A key is at most as long, says libyaml.
_LONGEST_KEY = 1024
_REST = re.compile(r"[^\r\n]*")
_BRACKET_VALUE = re.compile(r"[^,\[\]{}\r\n]*")
_STARTS_VALUE = re.compile(r"[\[{,]|:[ \t]")


def key_of(line: str) -> re.Match[str] | None:
    """The key that a line begins with, behind its dashes."""
    return _KEY.match(line[:_LONGEST_KEY])


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

    def entry_from(self, at: int) -> str:
        """The text from `at` to the first line that is no deeper and closes no bracket."""
        depth = self.first_text(at) - self.start_of_line(at)
        end = self.end_of_line(at)
        for line in _LINE.finditer(self.text, end + 1):
            text = line[0].rstrip()
            words = text.lstrip(" \t")
            if len(text) - len(words) <= depth and words and words[0] not in "]}#":
                break
            end = line.end()
        return self.text[at:end]

    def value_at(self, at: int, *, in_brackets: bool, whole: bool) -> tuple[int, int] | None:
        """The value on the line of `at`, in brackets their part unless it shall be `whole`.

        None when `at` stands in a key.
        """
        start, end = self.start_of_line(at), self.end_of_line(at)
        line = self.text[start:end]
        if in_brackets and not whole:
            return self._part(at, start, end)
        key = key_of(line[: at - start]) or _ITEM.match(line)
        begin = start + (key.end() if key else 0)
        if key and key.re is _ITEM and not self._may_start(line, key[0], start):
            return None
        if self.text[begin : begin + 1] in ("[", "{") and begin < at and not whole:
            return self._part(at, begin, end)
        comments = (self.text.find(mark, begin, end) for mark in (" # ", "\t# "))
        return _stripped(self.text, begin, min([at for at in comments if at >= 0], default=end))

    def _part(self, at: int, start: int, end: int) -> tuple[int, int] | None:
        """The part of a bracket around `at`, between `start` and `end`."""
        marks = [match.end() for match in _STARTS_VALUE.finditer(self.text, start, at)]
        rest = _BRACKET_VALUE.match(self.text, at)
        return _stripped(
            self.text, marks[-1] if marks else start, min(rest.end(), end) if rest else end
        )

    def _may_start(self, line: str, item: str, start: int) -> bool:
        """Whether a value without a key before it on its line may stand there."""
        if key_of(line):
            return False
        return "-" in item or self.text[:start].rstrip().endswith(":")


def _stripped(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    part = text[begin:stop]
    begin += len(part) - len(part.lstrip())
    stop -= len(part) - len(part.rstrip())
    return (begin, stop) if begin < stop else None
