"""A plan's values with the place of each: what the rest of the tool sees of YAML."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from socialplan.finding import Span
from socialplan.source import spots
from socialplan.source.comments import Comment, Met, comments_of
from socialplan.source.orders import Orders
from socialplan.source.within import within

if TYPE_CHECKING:
    from socialplan.finding import Mistake, Place, PlanPath
    from socialplan.source.spots import Spot
    from socialplan.source.text import SourceFile


@dataclass
class Source:
    """What was read: plain values, mistakes, files, and where everything stands.

    Spans find their values by the order of `data`, so it is not to be changed.
    """

    data: dict[str, Any]
    spots: Spot
    mistakes: list[Mistake]
    files: list[SourceFile]
    met: list[list[Met]] = field(default_factory=list)
    """The comments of each file as the reader met them."""
    patterns: list[str] = field(default_factory=list)
    """What is included, by the main file or by others, below the main file's folder."""

    @cached_property
    def _orders(self) -> Orders:
        return Orders()

    def span(self, path: PlanPath, *, on_key: bool = False) -> Span:
        """The span of the value at `path` or of its key, or of the nearest ancestor."""
        return spots.find(self.data, self.spots, path, on_key=on_key, orders=self._orders)

    def value(self, path: PlanPath) -> Any:
        """The plain value at `path`; None where there is none."""
        found = self._value(path)
        return None if found is _NOTHING else found

    def existing(self, path: PlanPath) -> PlanPath:
        """As much of a path as leads to a value."""
        while path and self._value(path) is _NOTHING:
            path = path[:-1]
        return path

    def path_at(self, offset: int) -> PlanPath:
        """The path of what stands at a global offset."""
        return spots.path_at(self.data, self.spots, offset, self._orders)

    def file_of(self, offset: int) -> SourceFile:
        return self.files[max(0, bisect_right(self.files, offset, key=lambda f: f.base) - 1)]

    def place(self, span: Span) -> Place:
        """File, line and column of a span."""
        return self.file_of(span.start).place(span)

    def text(self, span: Span) -> str:
        """The characters of a span."""
        file = self.file_of(span.start)
        return file.text[span.start - file.base : max(0, span.end - file.base)]

    def has_colon(self, path: PlanPath) -> bool:
        """Whether a colon parts the key from its value: `{text: one, two}` has a key without."""
        return self.span(path, on_key=True).end != self.span(path).start

    def raw(self, path: PlanPath) -> str | None:
        """A plain or quoted scalar as it is written; None for everything else."""
        written = self._written(path)
        return None if written is None or written[:1] in ("|", ">", "*") else written

    def within(self, path: PlanPath, start: int, end: int) -> Span:
        """The span that says the code points `start` to `end` of the text at `path`."""
        path = self.existing(path)  # a short form stands for the mapping that it is read as
        whole = self.span(path)
        value, written = self._value(path), self._written(path)
        if written is None or not isinstance(value, str) or written[:1] == "*":
            return whole
        found = within(written, value, start, end)
        if found is None:
            return whole
        return Span(whole.start + found[0], whole.start + found[1])

    def line_text(self, place: Place | str, line: int) -> str:
        """A line of a file, found by its name or by a place in it."""
        name = place if isinstance(place, str) else place.file
        file = next((file for file in self.files if file.name == name), None)
        return file.line_text(line) if file else ""

    def comments(self) -> list[Comment]:
        """All comments, in the order of the files."""
        pairs = zip(self.files, self.met, strict=True)
        return [comment for file, met in pairs for comment in comments_of(file, met)]

    def _value(self, path: PlanPath) -> Any:
        value: Any = self.data
        for step in path:
            if isinstance(value, str):  # has characters, but no parts
                return _NOTHING
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return _NOTHING
        return value

    def _written(self, path: PlanPath) -> str | None:
        """The characters of the scalar at `path`."""
        if isinstance(self._value(path), dict | list) or self._value(path) is _NOTHING:
            return None
        return self.text(self.span(path))


_NOTHING = object()
