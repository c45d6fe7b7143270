"""Entries of a mapping, new or changed → the characters of its file to replace."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Span
from socialplan.source.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.finding import PlanPath, PutEntry
    from socialplan.source.text import SourceFile
    from socialplan.source.tree import Source

_BLOCK = ("|", ">")
_BREAK = re.compile(r"\r\n?|\n")
_STEP = 2
"""Columns by which a new block stands deeper than its key."""

Value = str | int | tuple[tuple[str, str], ...]


class Writing(NamedTuple):
    """Characters to replace; an empty span where something is added."""

    span: Span
    text: str


class UnwritableError(Exception):
    """There is no place of its own for what is to be written.

    The argument says why: alias, or spelling.
    """


def writings(source: Source, entries: Iterable[PutEntry], *, early: bool) -> list[Writing]:
    """Find the characters that put entries into their mappings, in the order of the text.

    New entries come last in their mapping; `early` puts them further up, where the last value does
    not bear anything behind it.
    """
    by_mapping: dict[PlanPath, dict[str, Value]] = {}
    for entry in entries:
        by_mapping.setdefault(entry.path[:-1], {})[str(entry.path[-1])] = entry.value
    found: list[Writing] = []
    for path in sorted(by_mapping, key=len, reverse=True):  # what is deeper ends first
        found += _Mapping.at(source, path).put(by_mapping[path], early=early)
    return _joined(found)


def beginning(source: Source, entry: PutEntry) -> Writing:
    """Find the characters that put a new entry before all others of its mapping."""
    return _Mapping.at(source, entry.path[:-1]).begin(str(entry.path[-1]), entry.value)


def _joined(some: Sequence[Writing]) -> list[Writing]:
    """Make one of those that touch, as nothing tells afterwards which of them comes first."""
    joined: list[Writing] = []
    for one in sorted(some, key=lambda one: one.span):
        last = joined[-1] if joined else None
        if last is not None and one.span.start == last.span.end:
            joined[-1] = Writing(Span(last.span.start, one.span.end), last.text + one.text)
        else:
            joined.append(one)
    return joined


class _Mapping(NamedTuple):
    """A mapping where it is written; keys that it merges from elsewhere are not its own."""

    source: Source
    path: PlanPath
    span: Span
    own: dict[str, Span]
    """Its own keys, and where each value stands."""
    is_flow: bool
    quote: str
    """The quotes around its keys, if they have any, as in JSON."""

    @classmethod
    def at(cls, source: Source, path: PlanPath) -> _Mapping:
        """Look at the mapping of a path; one that an alias repeats stands elsewhere."""
        value, span = source.value(path), source.span(path)
        words = source.text(span)
        if not isinstance(value, dict) or words.startswith("*"):
            raise UnwritableError("alias")
        own: dict[str, Span] = {}
        quote = ""
        for key in value:
            place = source.span((*path, key), on_key=True)
            if span.start <= place.start and place.end <= span.end:
                own[key] = source.span((*path, key))
                quote = quote or source.text(place)[:1]
        is_flow = words.startswith("{")
        return cls(source, path, span, own, is_flow, quote if quote == '"' else "")

    @property
    def file(self) -> SourceFile:
        return self.source.file_of(self.span.start)

    @property
    def newline(self) -> str:
        found = _BREAK.search(self.file.text)
        return found.group() if found else "\n"

    @property
    def indent(self) -> str:
        """What stands before each of its keys, in a block."""
        return " " * (self.file.place(self.span).column - 1)

    def put(self, entries: Mapping[str, Value], *, early: bool) -> Iterator[Writing]:
        for key, value in entries.items():
            if key in self.own:
                yield from self._changed(key, value)
        new = [(key, value) for key, value in entries.items() if key not in self.own]
        if new:
            yield self._in_brackets(new, early) if self.is_flow else self._in_lines(new, early)

    def begin(self, key: str, value: Value) -> Writing:
        """Put an entry where the first is, which moves behind it in its style."""
        if key in self.own or not self.own:
            raise UnwritableError("spelling")
        first = next(iter(self.own))
        start = self.source.span((*self.path, first), on_key=True).start
        entry, indent = self._entry(key, value, flow=self._flows()), self._indent_of(first)
        if not self.is_flow:
            return Writing(Span(start, start), f"{entry}{self.newline}{self.indent}")
        between = ", " if indent is None else f",{self.newline}{indent}"
        return Writing(Span(start, start), entry + between)

    def _changed(self, key: str, value: Value) -> Iterator[Writing]:
        span, old = self.own[key], self.source.value((*self.path, key))
        words = self.source.text(span)
        if isinstance(value, tuple) and isinstance(old, dict) and not words.startswith("*"):
            yield from _Mapping.at(self.source, (*self.path, key)).put(dict(value), early=False)
        else:
            yield self._replaced(span, words, old, value)

    def _replaced(self, span: Span, words: str, old: object, value: Value) -> Writing:
        if isinstance(value, str) and words.startswith("|"):
            added = self._line_added(words, old, value)
            if added is not None:
                return Writing(Span(span.end, span.end), added)
        text = self._spelled(value, words[:1], flow=self._flows(), has_room=self._ends_line(span))
        before = self.source.text(Span(span.start - 1, span.start))
        return Writing(span, f" {text}" if before == ":" else text)

    def _line_added(self, words: str, old: object, value: str) -> str | None:
        """Go on with a literal block in its own lines, where that says the new text."""
        kept = old.rstrip("\n") + "\n" if isinstance(old, str) else None
        lines = _BREAK.split(words)[1:]
        line = next((one for one in lines if one.strip()), "")
        if kept is None or not value.startswith(kept) or not _is_plain(value):
            return None
        if old not in (kept, kept[:-1]) or value.endswith("\n") is not (old == kept):
            return None  # its end, or what it would end with, is not that of the block
        indent = line[: len(line) - len(line.lstrip(" "))]
        added = value[len(kept) :].rstrip("\n").split("\n")
        return "".join(f"{self.newline}{indent if one else ''}{one}" for one in added)

    def _in_brackets(self, new: Sequence[tuple[str, Value]], early: bool) -> Writing:
        entries = [self._entry(key, value, flow=True) for key, value in new]
        if self.own and not early:
            last = max(self.own, key=lambda key: self.own[key].end)
            end, indent = self.own[last].end, self._indent_of(last)
            between = ", " if indent is None else f",{self.newline}{indent}"
            return Writing(Span(end, end), "".join(between + entry for entry in entries))
        text = ", ".join(entries)
        start = self.span.start + 1
        is_empty = self.source.text(Span(start, self.span.end)).strip() == "}"
        return Writing(Span(start, start), text if is_empty else f"{text}, ")

    def _in_lines(self, new: Sequence[tuple[str, Value]], early: bool) -> Writing:
        lines = [self.indent + self._entry(key, value, flow=False) for key, value in new]
        if early:
            return self._above_last(lines)
        end = self._end_of_line(self.span.end)
        return Writing(Span(end, end), "".join(self.newline + line for line in lines))

    def _above_last(self, lines: Sequence[str]) -> Writing:
        """Put lines above the last key that has a line of its own, else above the first key."""
        for key in reversed(self.own):
            indent = self._indent_of(key)
            if indent is not None:
                start = self.source.span((*self.path, key), on_key=True).start - len(indent)
                return Writing(Span(start, start), "".join(one + self.newline for one in lines))
        start = self.span.start
        text = "".join(line.lstrip() + self.newline + self.indent for line in lines)
        return Writing(Span(start, start), text)

    def _indent_of(self, key: str) -> str | None:
        """Give what stands before a key that is the first thing on its line."""
        start = self.source.span((*self.path, key), on_key=True).start
        file = self.file
        line = bisect_right(file.line_starts, start - file.base) - 1
        before = file.text[file.line_starts[line] : start - file.base]
        return before if not before.strip(" \t") else None

    def _entry(self, key: str, value: Value, *, flow: bool) -> str:
        name = f"{self.quote}{key}{self.quote}"
        return f"{name}: {self._spelled(value, self.quote, flow=flow, has_room=True)}"

    def _spelled(self, value: Value, like: str, *, flow: bool, has_room: bool) -> str:
        if isinstance(value, tuple):
            return "{" + ", ".join(self._pair(*pair) for pair in value) + "}"
        is_text = isinstance(value, str) and has_room and not flow and not self.quote
        if is_text and "\n" in str(value) and _is_plain(str(value)):
            return self._block(str(value))
        text = spelled(value, like, flow=flow)
        if text is None:
            raise UnwritableError("spelling")
        return text

    def _pair(self, key: str, value: str) -> str:
        text = self._spelled(value, self.quote, flow=True, has_room=False)
        return f"{self.quote}{key}{self.quote}: {text}"

    def _block(self, value: str) -> str:
        """Write a text of several lines as a literal block."""
        indent = self.indent + " " * _STEP
        lines = [indent + line if line else "" for line in value.rstrip("\n").split("\n")]
        return self.newline.join(("|" if value.endswith("\n") else "|-", *lines))

    def _flows(self) -> bool:
        starts = (self.source.span(self.path[:depth]).start for depth in range(len(self.path) + 1))
        return any(self.source.text(Span(start, start + 1)) in ("[", "{") for start in starts)

    def _ends_line(self, span: Span) -> bool:
        return self._end_of_line(span.end) == span.end

    def _end_of_line(self, offset: int) -> int:
        found = _BREAK.search(self.file.text, offset - self.file.base)
        return self.file.base + (found.start() if found else len(self.file.text))


def _is_plain(value: str) -> bool:
    """Say whether a text can stand in a literal block as it is."""
    lines = value.rstrip("\n").split("\n")
    edges = value[:1].isspace() or value.endswith("\n\n")
    return not edges and all(line.isprintable() for line in lines)
