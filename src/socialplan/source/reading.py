"""YAML text → plain values and their spots, in one pass over libyaml's events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from socialplan.source import bounds
from socialplan.source.building import Builder
from socialplan.source.frames import EnoughError
from socialplan.source.spots import END

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.source.scalars import Scalar

    Pull = Callable[[], Any]

_SCALAR: Any = ScalarEvent
_REST_OF_LINE = re.compile(r"[^\r\n]*")


class Reader(Builder):
    """Reads one file's text; `comments` says where each comment starts, and what ended before."""

    def __init__(self, text: str, base: int = 0) -> None:
        super().__init__(text, base)
        self.bracket: int | None = None
        """Where the outermost bracket begins that was open when reading ended."""
        self.comments: list[tuple[int, int, str | None]] = []
        self.hash = self.hash_from(0)

    def read(self) -> None:
        """Read everything, up to the first syntax error, which is raised."""
        pull = self.events()
        handlers = self.handlers()
        try:
            event = pull()
            while event is not None:
                if type(event) is ScalarEvent:
                    event = self.pairs(event, pull) if self.keyed else self.items(event, pull)
                else:
                    handlers[type(event)](event)
                    event = pull()
            self.meet_hash(END, END, self.end, self.style)
        except EnoughError:
            pass
        finally:
            self.bracket = self.open_bracket()
            while self.frames:
                self.leave()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            AliasEvent: self.repeat,
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            DocumentStartEvent: self.begin_document,
            DocumentEndEvent: _ignore,
            StreamStartEvent: _ignore,
            StreamEndEvent: _ignore,
        }

    def open_bracket(self) -> int | None:
        around = [(frame.flow, frame.spots) for frame in self.frames]
        boxes = [*around, (self.flow, self.spots)]
        start = next((spots[0] >> 32 for flow, spots in boxes if flow), None)
        return None if start is None else start - self.base

    def events(self) -> Pull:
        """The parser's next event; they need counting only where the text has room for many."""
        pull: Pull = CParser(self.text).get_event
        if len(self.text) <= bounds.NODES:
            return pull
        left = bounds.NODES

        def counted() -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                self.refuse("nodes", bounds.NODES, "nodes", self.span(self.end, self.end))
                raise EnoughError
            return pull()

        return counted

    # The two loops below take most of the time: they call nothing for an ordinary scalar.

    def pairs(self, event: Any, pull: Pull) -> Any:  # noqa: C901
        """Take keys and scalar values of a mapping until another kind of event comes."""
        box, spots, key, key_spot = self.box, self.spots, self.key, self.key_spot
        end, style, next_hash = self.end, self.style, self.hash
        names, plain, traps, shift = self.names, self.plain, self.plain.traps, self.shift
        try:
            while type(event) is _SCALAR:
                start = event.start_mark.index
                stop = event.end_mark.index
                if stop > next_hash:
                    next_hash = self.meet_hash(start, stop, end, style)
                end = stop
                style = event.style
                text: Any = event.value
                if key is None:
                    key = names[text]
                    if event.tag is not None or event.anchor is not None:
                        start = self.decorated(event)[1]
                    key_spot = (start << 32 | end) + shift
                    if key in box:
                        self.repeated(key, key_spot)
                        self.skip_entry(key)
                        box, spots = self.box, self.spots
                else:
                    if event.tag is not None or event.anchor is not None:
                        text, start, end = self.decorated(event)
                    elif not style:
                        text = plain[text]
                        if traps and event.value in traps:
                            self.trapped(event.value, start, end)
                    elif style == "|" or style == ">":
                        end = self.trimmed(start, end)
                    box[key] = text
                    spots += (key_spot, (start << 32 | end) + shift)
                    key = None
                    if self.aside is not None:
                        box, spots = self.box, self.spots = self.aside
                        self.aside = None
                event = pull()
        finally:
            self.key, self.key_spot, self.end, self.style = key, key_spot, end, style
        return event

    def items(self, event: Any, pull: Pull) -> Any:
        """Take scalar items of a list until another kind of event comes."""
        box, spots, end, style = self.box, self.spots, self.end, self.style
        plain, traps, shift = self.plain, self.plain.traps, self.shift
        try:
            while type(event) is _SCALAR:
                start = event.start_mark.index
                stop = event.end_mark.index
                if stop > self.hash:
                    self.meet_hash(start, stop, end, style)
                end = stop
                style = event.style
                value: Scalar = event.value
                if event.tag is not None or event.anchor is not None:
                    value, start, end = self.decorated(event)
                elif not style:
                    value = plain[event.value]
                    if traps and event.value in traps:
                        self.trapped(event.value, start, end)
                elif style in "|>":
                    end = self.trimmed(start, end)
                box.append(value)
                spots.append((start << 32 | end) + shift)
                event = pull()
        finally:
            self.end, self.style = end, style
        return event

    def pass_token(self, event: Any, style: str) -> None:
        stop = event.end_mark.index
        if stop > self.hash:
            self.meet_hash(event.start_mark.index, stop, self.end, self.style)
        self.end, self.style = stop, style

    def meet_hash(self, start: int, end: int, end_before: int, style_before: str | None) -> int:
        """Tell comments before a scalar from `#` inside it; answer where the next `#` stands."""
        at = self.hash
        while at < end:
            if at < start or self.heads_block(start, at):
                self.comments.append((at, end_before, style_before))
                rest = _REST_OF_LINE.match(self.text, at)
                at = self.hash_from(rest.end() if rest else end)
            else:
                at = self.hash_from(end)
        self.hash = at
        return at

    def heads_block(self, start: int, at: int) -> bool:
        """Whether the `#` stands on the first line of a block scalar, where it is a comment."""
        return self.text[start] in "|>" and self.text.find("\n", start, at) < 0

    def hash_from(self, start: int) -> int:
        at = self.text.find("#", start)
        return at if at >= 0 else END


def _ignore(event: Any) -> None:
    """A document's or the stream's end changes nothing."""
