"""Reading on after a syntax error: explain it, take it out of the text, and read again.

What is taken out leaves characters of the same number behind, so that every offset stays.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml
from yaml.reader import ReaderError

from socialplan.finding import Span
from socialplan.source import bounds, mistakes
from socialplan.source.blocks import Blocks
from socialplan.source.comments import Met
from socialplan.source.contents import Read
from socialplan.source.explaining import Broken, explain
from socialplan.source.hiding import hide, reveal
from socialplan.source.lines import Lines
from socialplan.source.reading import Reader
from socialplan.source.spots import path_at

if TYPE_CHECKING:
    from socialplan.finding import Mistake
    from socialplan.source.spots import Spot
    from socialplan.source.text import SourceFile

# What libyaml refuses to read anywhere.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAK = re.compile(r"[\r\n]")
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_NOT_A_BREAK = re.compile(r"[^\r\n]")
_MOST_SHOWN = 80
# Their own entry is enough to take out.
_ENTRIES = {"at-sign", "backtick", "percent", "missing-space", "unclosed-bracket", "missing-comma"}


def read_file(file: SourceFile) -> Read:
    """Read a file's text, and as much as possible of a broken one."""
    text, hidden = hide(file.text)
    reader = Reader(text, file.base)
    repairs = _Repairs(file, text)
    while not _reads(reader, repairs):
        reader = Reader(repairs.text, file.base)
    value, spots = reader.root
    met = [Met(*comment) for comment in reader.comments]
    value = repairs.restored(value, spots)
    if hidden:
        value = reveal(value, hidden)
    return Read(value, spots, repairs.mistakes + reader.mistakes, met)


def _reads(reader: Reader, repairs: _Repairs) -> bool:
    """Whether reading is over: all is read, or no repair helps."""
    try:
        reader.read()
    except ReaderError:
        return not repairs.without_control_characters()
    except yaml.MarkedYAMLError as error:
        return not repairs.mend(error, reader)
    except UnicodeError:  # a tag with escapes that are no UTF-8
        at = max(reader.text.find("%", reader.end), reader.end)
        return not repairs.take_out(Broken("exclamation-mark", at, at, ""))
    return True


class _Repairs:
    """The text of a broken file with what was taken out of it."""

    def __init__(self, file: SourceFile, text: str) -> None:
        self.file = file
        self.text = text
        self.mistakes: list[Mistake] = []
        self.left = bounds.REPAIRS
        self.budget = bounds.REPAIRED_CHARACTERS
        self.texts: list[tuple[int, int]] = []
        """Values to be read as text."""
        self.said: set[int] = set()
        """Lines with an error that was said."""
        self.tabbed: tuple[int, int] | None = None
        """The last run of lines whose tabs became spaces."""

    @cached_property
    def blocks(self) -> Blocks:
        return Blocks(self.text)

    def without_control_characters(self) -> bool:
        found = list(_CONTROL.finditer(self.text))
        for match in found[: bounds.REPAIRS]:
            code = f"U+{ord(match[0]):04X}"
            where = self._span(*match.span())
            self.mistakes.append(mistakes.invalid_yaml(where, "control-character", text=code))
        self.text = _CONTROL.sub(" ", self.text)
        return bool(found)

    def mend(self, error: yaml.MarkedYAMLError, reader: Reader) -> bool:
        """Explain the error and take it out; false when that is not possible any more."""
        lines = Lines(self.text)
        broken = explain(error, lines, bracket=reader.bracket)
        return self._without_tabbed_lines(broken.start) or self.take_out(broken)

    def take_out(self, broken: Broken) -> bool:
        self._say(broken)
        self.left -= 1
        self.budget -= broken.end + 1
        if self.left < 0 or self.budget < 0:
            return False
        if broken.reason == "tab" and self._without_tabs(broken.start):
            return True
        if broken.value is not None and self._read_as_text(*broken.value):
            return True
        entry = broken.reason in _ENTRIES
        for start, end in self.blocks.around(broken.start, entry=entry):
            if self.text[start:end].strip():
                self._replace(start, end, _NOT_A_BREAK.sub(" ", self.text[start:end]))
                return True
        return False

    def _say(self, broken: Broken) -> None:
        line = Lines(self.text).start_of_line(broken.start)
        if line in self.said and broken.value is None:
            return
        self.said.add(line)
        where = self._span(broken.start, broken.end)
        start, end = broken.value or (broken.start, broken.end)
        text = self.file.text[start:end].strip()[:_MOST_SHOWN]
        say = mistakes.unquoted if broken.reason in mistakes.UNQUOTED else mistakes.invalid_yaml
        self.mistakes.append(say(where, broken.reason, text=text, detail=broken.detail))

    def _without_tabs(self, at: int) -> bool:
        """Indent by spaces the lines from here on that are indented by tabs."""
        run = re.compile(r"(?:[ ]*\t[ \t]*[^\r\n]*(?:\r\n?|\n|\Z)|[ ]*(?:\r\n?|\n))*")
        start = Lines(self.text).start_of_line(at)
        match = run.match(self.text, start)
        tabbed = match[0] if match else ""
        spaced = re.sub(r"(?m)^[ \t]+", lambda found: " " * len(found[0]), tabbed)
        self._replace(start, start + len(tabbed), spaced)
        self.tabbed = (start, start + len(tabbed))
        return spaced != tabbed

    def _without_tabbed_lines(self, at: int) -> bool:
        """Take out lines whose tabs stood for more spaces than there is room to put in."""
        if self.tabbed is None:
            return False
        start, end = self.tabbed
        self.tabbed = None
        if not start <= at <= end:
            return False
        self._replace(start, end, _NOT_A_BREAK.sub(" ", self.text[start:end]))
        return True

    def _read_as_text(self, start: int, end: int) -> bool:
        """Let plain letters stand for the value, to be put back once all is read."""
        letters = "x" * (end - start)
        if self.text[start:end] == letters or _BREAK.search(self.text, start, end):
            return False
        self.texts.append((start, end))
        self._replace(start, end, letters)
        return True

    def _replace(self, start: int, end: int, by: str) -> None:
        self.text = self.text[:start] + by + self.text[end:]

    def restored(self, value: Any, spots: Spot) -> Any:
        """The values that were read as letters, as they are written."""
        base = self.file.base
        for start, end in self.texts:
            path = path_at(value, spots, start + base)
            box = value
            for step in path[:-1]:
                box = box[step]
            if path and box[path[-1]] == "x" * (end - start):
                box[path[-1]] = _unquoted(self.file.text[start:end])
        return value

    def _span(self, start: int, end: int) -> Span:
        return Span(start + self.file.base, end + self.file.base)


def _unquoted(text: str) -> str:
    """The text without quotation marks that go all around it, or that never close."""
    quote = text[0]
    if quote not in "\"'":
        return text
    if text.find(quote, 1) in (-1, len(text) - 1):
        return _with_pairs(text[1:].removesuffix(quote))
    return text


def _with_pairs(text: str) -> str:
    """JSON writes an emoji as two escapes, which YAML does not know."""
    return _PAIR.sub(lambda pair: json.loads(f'"{pair[0]}"'), text)
