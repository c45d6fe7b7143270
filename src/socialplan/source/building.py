"""What opens, closes and repeats: the containers, anchors and tags of one file."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from yaml.events import MappingStartEvent

from socialplan.finding import Span
from socialplan.source import bounds, merging, mistakes
from socialplan.source.frames import Anchored, EnoughError, Frame, Names
from socialplan.source.scalars import PlainScalars, Scalar, resolve, written
from socialplan.source.spots import Spot, own, pack, unpack

if TYPE_CHECKING:
    from socialplan.finding import Mistake

_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = {None, "!", *(_CORE + kind for kind in ("str", "int", "float", "bool", "null"))}
_BOX_TAGS = {None, "!", _CORE + "seq", _CORE + "map"}
_new = tuple.__new__  # a third faster than the named tuple's own
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*[ \t]*)*")


class Builder:
    """The values of one file while they grow.

    `box` is the container being filled and `spots` its spots; in a mapping, `key` is the key that
    waits for its value, and `aside` the mapping itself while the value is one to throw away.
    `base` moves all spots to where the file's characters start.
    """

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.shift = pack(base, base)
        self.box: Any = []
        self.spots: list[Any] = [self.shift]
        self.documents = self.box, self.spots
        self.document = 0
        self.keyed = self.flow = False
        self.key: str | None = None
        self.key_spot = 0
        self.aside: tuple[Any, list[Any]] | None = None
        self.frames: list[Frame] = []
        self.size = self.height = self.aliased = 0
        self.end = 0
        self.style: str | None = None
        self.plain = PlainScalars()
        self.names = Names()
        self.anchors: dict[str, Anchored | None] = {}
        self.mistakes: list[Mistake] = []

    @property
    def root(self) -> tuple[Any, Spot]:
        """The first document's value and its spot."""
        values, spots = self.documents
        return (values[0], spots[1]) if values else (None, self.shift)

    def span(self, start: int, end: int) -> Span:
        return Span(start + self.base, end + self.base)

    def begin_document(self, event: Any) -> None:
        self.document += 1
        if self.document > 1:
            where = self.span(event.start_mark.index, event.end_mark.index)
            self.mistakes.append(mistakes.invalid_yaml(where, "second-document"))
            raise EnoughError

    def open(self, event: Any) -> None:
        start = event.start_mark.index
        if len(self.frames) >= bounds.DEPTH:
            self.refuse("depth", bounds.DEPTH, "levels", self.span(start, start + 1))
            raise EnoughError
        keyed = type(event) is MappingStartEvent
        if event.tag is not None or event.anchor is not None:
            self.check_tag(event, known=event.tag in _BOX_TAGS)
            start = self.after_properties(start, len(self.text))
        box: Any = {} if keyed else []
        spots: list[Any] = [(start << 32 | start) + self.shift]
        as_key = self.keyed and self.key is None
        if as_key:
            where = self.span(start, start + 1)
            self.mistakes.append(mistakes.invalid_yaml(where, "complex-key"))
        else:
            self.put(box, spots)
        anchor = event.anchor
        if anchor is not None:
            self.anchors[anchor] = None
        around = self.box, self.spots, self.keyed, self.size, self.height, self.flow, anchor, as_key
        self.frames.append(_new(Frame, around))
        self.box, self.spots, self.keyed, self.flow = box, spots, keyed, bool(event.flow_style)
        self.size = self.height = 0

    def close(self, event: Any) -> None:
        if self.flow:
            self.pass_token(event, "]")
        self.leave()

    def pass_token(self, event: Any, style: str) -> None:
        """Move on behind a token that is no scalar."""
        self.end, self.style = event.end_mark.index, style

    def leave(self) -> None:
        """Finish the innermost container and go on with the one around it."""
        if self.aside is not None:
            self.box, self.spots = self.aside
        frame = self.frames.pop()
        box, spots = self.box, self.spots
        if self.keyed and merging.KEY in box:
            self.merge(box, spots)
        start = spots[0] >> 32
        end = self.end + self.base
        if end > start:
            spots[0] = start << 32 | end
        size, height = self.size + len(spots), self.height + 1
        self.box, self.spots, self.keyed, around, highest, self.flow, anchor, as_key = frame
        if anchor is not None:
            self.anchors[anchor] = Anchored(box, spots, size, height)
        self.size = around + size
        self.height = max(highest, height)
        self.key = self.aside = None
        if as_key:
            self.skip_entry("")

    def put(self, value: Any, spot: Spot) -> None:
        """Store a value where it belongs."""
        if not self.keyed:
            self.box.append(value)
            self.spots.append(spot)
            return
        self.box[self.key] = value
        self.spots += (self.key_spot, spot)
        self.key = None
        if self.aside is not None:
            self.box, self.spots = self.aside
            self.aside = None

    def skip_entry(self, key: str) -> None:
        """Throw the value away that comes next."""
        self.key = key
        self.aside = self.box, self.spots
        self.box, self.spots = {}, [0]

    def merge(self, box: dict[str, Any], spots: list[Any]) -> None:
        at = 1 + 2 * list(box).index(merging.KEY)
        where = unpack(spots[at])
        if self.text[where.start - self.base] != "<":
            return  # a quoted key is not a merge
        named = unpack(own(spots[at + 1])).start - self.base
        # An alias that stands for nothing has been said already.
        nothing = self.text[named : named + 1] == "*" and (
            box[merging.KEY] is None or str(box[merging.KEY]).startswith("*")
        )
        if not merging.merge(box, spots) and not nothing:
            self.mistakes.append(mistakes.invalid_yaml(where, "merge"))

    def repeated(self, key: str, spot: int) -> None:
        """Say that the mapping being read has this key already."""
        first = self.spots if self.aside is None else self.aside[1]
        box = self.box if self.aside is None else self.aside[0]
        at = 1 + 2 * list(box).index(key)
        self.mistakes.append(mistakes.duplicate_key(unpack(spot), key, unpack(first[at])))

    def repeat(self, event: Any) -> None:
        """Put the anchored value where its alias stands."""
        start, end = event.start_mark.index, event.end_mark.index
        self.pass_token(event, "*")
        anchored = self.anchored(event.anchor, start, end)
        place = pack(start, end) + self.shift
        if self.keyed and self.key is None:
            self.alias_key(anchored.value, place)
            return
        self.size += anchored.size
        self.height = max(self.height, anchored.height)
        spot = anchored.spot
        self.put(anchored.value, place if isinstance(spot, int) else [place, *spot[1:]])

    def alias_key(self, value: Any, place: int) -> None:
        if isinstance(value, dict | list):
            self.mistakes.append(mistakes.invalid_yaml(unpack(place), "complex-key"))
            self.skip_entry("")
            return
        self.key, self.key_spot = self.names[written(value)], place
        if self.key in self.box:
            self.repeated(self.key, place)
            self.skip_entry(self.key)

    def anchored(self, name: str, start: int, end: int) -> Anchored:
        """What the alias stands for; nothing when it is refused."""
        where = self.span(start, end)
        if name not in self.anchors:
            near = get_close_matches(name, self.anchors, 1)
            self.mistakes.append(
                mistakes.invalid_yaml(
                    where, "undefined-alias", suggestion=next(iter(near), None), text=name
                )
            )
            return Anchored(self.text[start:end], 0)
        found = self.anchors[name]
        if found is None:
            mistake = mistakes.invalid_yaml(where, "alias-inside-itself", text=name)
            self.mistakes.append(mistake)
            return Anchored(None, 0)
        if len(self.frames) + found.height > bounds.DEPTH:
            self.refuse("depth", bounds.DEPTH, "levels", where)
            return Anchored(None, 0)
        self.aliased += found.size
        if self.aliased > bounds.ALIASED + end:
            self.refuse("aliases", bounds.ALIASED + end, "nodes", where)
            self.aliased -= found.size
            return Anchored(None, 0)
        return found

    def decorated(self, event: Any) -> tuple[Scalar, int, int]:
        """A scalar with a tag or an anchor: its value and where it stands without them."""
        end = event.end_mark.index
        start = self.after_properties(event.start_mark.index, end)
        value: Scalar = event.value
        if event.style and event.style in "|>":
            end = self.trimmed(start, end)
        self.check_tag(event, known=event.tag in _PLAIN_TAGS)
        if event.tag is None and not event.style:
            value = self.plain[event.value]
            if event.value in self.plain.traps:
                self.trapped(event.value, start, end)
        elif event.tag is not None:
            value = _tagged(event.tag, event.value)
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchored(value, pack(start, end) + self.shift)
        return value, start, end

    def after_properties(self, start: int, end: int) -> int:
        match = _PROPERTIES.match(self.text, start, end)
        return match.end() if match else start

    def check_tag(self, event: Any, *, known: bool) -> None:
        if event.tag is not None and not known:
            start = event.start_mark.index
            after = self.after_properties(start, len(self.text))
            end = start + max(1, len(self.text[start:after].rstrip()))
            tag = event.tag.replace(_CORE, "!!")
            where = self.span(start, end)
            self.mistakes.append(mistakes.unknown_tag(where, tag, after + self.base))

    def trimmed(self, start: int, end: int) -> int:
        """Where a block scalar's last line with text ends."""
        return start + len(self.text[start:end].rstrip(" \t\r\n"))

    def trapped(self, text: str, start: int, end: int) -> None:
        """Say that YAML 1.1 reads this scalar differently."""
        reads_as = written(self.plain.traps[text])
        mistake = mistakes.yaml_11_trap(self.span(start, end), text, reads_as)
        self.mistakes.append(mistake)

    def refuse(self, what: str, limit: int, unit: str, where: Span) -> None:
        """Say once that the file is too large in some way."""
        kind = mistakes.too_large(where, what, limit, unit)
        if not any(
            said.rule == kind.rule and said.problem.words["what"] == what for said in self.mistakes
        ):
            self.mistakes.append(kind)


def _tagged(tag: str, text: str) -> Scalar:
    """The value of a core tag where the text has one; else the text."""
    value = resolve(text)
    kind = type(value)
    if tag == _CORE + "float" and kind is int:
        return float(text)
    core = {"int": int, "float": float, "bool": bool, "null": type(None)}
    wanted = core.get(tag.removeprefix(_CORE))
    return value if wanted is kind else text
