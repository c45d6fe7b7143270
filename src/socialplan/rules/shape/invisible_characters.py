"""The rule invisible-characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import Fix, Problem, RenameKey, ReplaceText, Rewrite, Span
from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Change
    from socialplan.source import Source

# Zero-width joiners and variation selectors build emoji and some scripts; these only hide or
# reorder text, or are left over from gluing files together.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")


@rule(
    "PLN110",
    Severity.WARNING,
    message="an invisible character, {code}, stands here",
    help="Delete it; it often comes along when text is pasted from a web page.",
    source="Unicode Technical Report 36; “Trojan Source” (CVE-2021-42574)",
    fix=Safety.SAFE,
    bad="""
        posts:
          - title: Opening\u200b day  # <-
    """,
    good="""
        posts:
          - title: Opening day
    """,
)
def invisible_characters(source: Source) -> Iterator[Problem]:
    """Readers see one text and counters another; marks of direction can turn a price around."""
    for file in source.files:
        if file.text.isascii():
            continue
        for found in _INVISIBLE.finditer(file.text):
            start = file.base + found.start()
            where = Span(start, start + 1)
            words = {"code": f"U+{ord(found.group()):04X}"}
            yield Problem((), words, span=where, fix=_fix(source, where))


def _fix(source: Source, where: Span) -> Fix:
    """Delete it; among letters that run to the left it may have been put there on purpose."""
    change = _change(source, where, source.text(where))
    line = source.line_text(source.place(where), source.place(where).line)
    return Fix((change,), Safety.UNSAFE if _RIGHT_TO_LEFT.search(line) else Safety.SAFE)


def _change(source: Source, where: Span, char: str) -> Change:
    path = source.path_at(where.start)
    value, key = source.value(path), source.span(path, on_key=True)
    if path and key.start <= where.start < key.end and isinstance(path[-1], str):
        return RenameKey(path, _INVISIBLE.sub("", path[-1]))
    if isinstance(value, str):
        for i, one in enumerate(value):
            if one == char and source.within(path, i, i + 1) == where:
                return ReplaceText(path, i, i + 1, "")
    return Rewrite(where, "")
