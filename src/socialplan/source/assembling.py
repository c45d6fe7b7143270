"""A file, or text from elsewhere, and all that it includes → one source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import Span
from socialplan.source import ahead, bounds, mistakes
from socialplan.source.contents import Read
from socialplan.source.decoding import decode
from socialplan.source.including import Including
from socialplan.source.locating import located
from socialplan.source.opening import read_bytes
from socialplan.source.spots import own, pack, unpack
from socialplan.source.swallowing import swallowed
from socialplan.source.text import SourceFile
from socialplan.source.tree import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from socialplan.finding import Mistake

NOTHING: Mapping[str, bytes] = {}
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_plan(path: Path, instead: Mapping[str, bytes] = NOTHING) -> Source:
    """Read a plan's file and what it includes; only an unreadable main file raises.

    `instead` has bytes to take for those of the files of these names.
    """
    content = instead.get(str(path))
    if content is None:
        content = read_bytes(path, bounds.BYTES)
    if content is None:
        return _too_large(SourceFile(str(path), path, ""))
    file, wrong = _open(str(path), path, content, 0)
    return _assemble(file, wrong, len(content), path.parent, path, instead)


def read_text(text: str | bytes, name: str, folder: Path | None = None) -> Source:
    """Read a plan that is no file; `folder` is where its includes are looked for."""
    if isinstance(text, str):
        file, wrong = _from_text(text, name)
        size = len(text)
    else:
        file, wrong = _open(name, None, text, 0)
        size = len(text)
    if size > bounds.BYTES:
        return _too_large(SourceFile(name, None, ""))
    return _assemble(file, wrong, size, folder, None)


def _open(
    name: str, path: Path | None, content: bytes, base: int
) -> tuple[SourceFile, list[Mistake]]:
    decoded = decode(content)
    file = SourceFile(name, path, decoded.text, base, decoded.bom)
    if decoded.bad is None:
        return file, []
    at = base + decoded.bad
    return file, [mistakes.not_utf_8(Span(at, min(at + 1, file.end)), decoded.encoding)]


def _from_text(text: str, name: str) -> tuple[SourceFile, list[Mistake]]:
    """Text from standard input may hold surrogates in place of bytes that are no UTF-8."""
    bom = text.startswith("\ufeff")
    body = text[1:] if bom else text
    match = _SURROGATE.search(body)
    file = SourceFile(name, None, _SURROGATE.sub("\ufffd", body) if match else body, 0, bom)
    return file, [mistakes.not_utf_8(Span(*match.span()), "unknown")] if match else []


def _assemble(
    file: SourceFile,
    wrong: list[Mistake],
    size: int,
    folder: Path | None,
    main: Path | None,
    instead: Mapping[str, bytes] = NOTHING,
) -> Source:
    read = Read(None, pack(0, 0), wrong) if wrong else ahead.read(file)
    if not isinstance(read.value, dict):
        return _without_plan(file, read)
    including = Including(
        folder, main, lambda path, content, base: _open(str(path), path, content, base), instead
    )
    including.start(file, read, size)
    found = [mistake for one in including.reads for mistake in one.mistakes] + including.mistakes
    met = [one.met for one in including.reads]
    files, patterns = including.files, including.patterns
    return _finished(Source(including.data, including.spots, found, files, met, patterns))


def _without_plan(file: SourceFile, read: Read) -> Source:
    found = list(read.mistakes)
    if not found:
        kinds: dict[type, str] = {type(None): "nothing", list: "list"}
        where = unpack(own(read.spots))
        found.append(mistakes.not_a_plan(where, kinds.get(type(read.value), "value")))
    return _finished(Source({}, pack(0, 0), found, [file], [read.met]))


def _too_large(file: SourceFile) -> Source:
    found = [mistakes.too_large(Span(0, 0), "file", bounds.BYTES, "bytes")]
    return Source({}, pack(0, 0), found, [file], [[]])


def _finished(source: Source) -> Source:
    source.mistakes += swallowed(source)
    source.mistakes = located(source)
    return source
