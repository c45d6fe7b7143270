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
        yield from (_mistake(source, file, one) for one in met if _looks_meant(file.text, one))


def _looks_meant(text: str, met: Met) -> bool:
    start, end_before, style = met
    after = text[start + 1 : start + 2]
    return (
        style == ""
        and (after.isalnum() or after == "_")
        and not text.startswith("#socialplan:", start)
        and end_before < start
        and not text[end_before:start].strip(" \t")
    )


def _mistake(source: Source, file: SourceFile, met: Met) -> Mistake:
    end_before = met.end_before + file.base
    value = source.span(source.path_at(end_before))
    kept = source.text(value) if value.end == end_before else ""
    where = Span(met.start + file.base, end_of_line(file.text, met.start) + file.base)
    cut = source.text(where)
    meant = f"{kept} {cut}".lstrip()
    return mistakes.unquoted(where, "hash", text=meant, kept=kept, cut=cut, at=end_before)
