"""Values that a `#` turned into comments by mistake: `title: 限時 #優惠` and `- #tag`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Mistake, Span
from socialplan.source import mistakes
from socialplan.source.comments import Met, end_of_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.source.text import SourceFile
    from socialplan.source.tree import Source


def swallowed(source: Source) -> Iterator[Mistake]:
    """The comments that begin with a word, right behind a plain or missing value."""
    for file, met in zip(source.files, source.met, strict=True):
        for one in met:
            if not _is_word(file.text, one.start):
                continue
            if one.style_before in ("|", ">"):
                yield from _below_block(source, file, one)
            elif _looks_meant(file.text, one):
                yield _mistake(source, file, one)


def _is_word(text: str, start: int) -> bool:
    after = text[start + 1 : start + 2]
    return (after.isalnum() or after == "_") and not text.startswith("#socialplan:", start)


def _looks_meant(text: str, met: Met) -> bool:
    start, end_before, style = met
    return style == "" and end_before < start and not text[end_before:start].strip(" \t")


def _below_block(source: Source, file: SourceFile, met: Met) -> Iterator[Mistake]:
    """Find a line right below a text block that begins too far left, but not as far as its key."""
    text = file.text
    first = max(text.rfind(end, 0, met.start) for end in "\r\n") + 1
    if text[first : met.start].strip(" ") or text[met.end_before : first].strip():
        return
    path = source.path_at(met.end_before + file.base)
    key = file.line_text(file.place(source.span(path)).line)
    if met.start - first > len(key) - len(key.lstrip(" -")):
        where = Span(met.start + file.base, end_of_line(text, met.start) + file.base)
        at, cut = met.end_before + file.base, source.text(where)
        yield mistakes.unquoted(where, "hash-below-block", text=cut, cut=cut, at=at)


def _mistake(source: Source, file: SourceFile, met: Met) -> Mistake:
    end_before = met.end_before + file.base
    value = source.span(source.path_at(end_before))
    kept = source.text(value) if value.end == end_before else ""
    where = Span(met.start + file.base, end_of_line(file.text, met.start) + file.base)
    cut = source.text(where)
    meant = f"{kept} {cut}".lstrip()
    return mistakes.unquoted(where, "hash", text=meant, kept=kept, cut=cut, at=end_before)
