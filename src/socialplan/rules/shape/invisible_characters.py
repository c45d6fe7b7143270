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

_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]"


MOST_FIXED = 500
"""At a time; `--fix` looks again when they are gone."""


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
        for count, found in enumerate(_INVISIBLE.finditer(file.text)):
            start = file.base + found.start()
            where = Span(start, start + 1)
            words = {"code": f"U+{ord(found.group()):04X}"}
            fix = _fix(source, where) if count < MOST_FIXED else None
            yield Problem((), words, span=where, fix=fix)


def _fix(source: Source, where: Span) -> Fix | None:
    """Delete it; among letters that run to the left it may have been put there on purpose."""
    change = _change(source, where, source.text(where))
    if change is None:
        return None
    line = source.line_text(source.place(where), source.place(where).line)
    return Fix((change,), Safety.UNSAFE if re.search(_RIGHT_TO_LEFT, line) else Safety.SAFE)


def _change(source: Source, where: Span, char: str) -> Change | None:
    path = source.path_at(where.start)
    value, key = source.value(path), source.span(path, on_key=True)
    if path and key.start <= where.start < key.end and isinstance(path[-1], str):
        return RenameKey(path, _INVISIBLE.sub("", path[-1]))
    whole = source.span(path)
    if not isinstance(value, str) or not whole.start <= where.start < whole.end:
        return Rewrite(where, "")
    before = source.text(Span(whole.start, where.start)).count(char)
    at = sum(map(len, value.split(char)[: before + 1])) + before
    return ReplaceText(path, at, at + 1, "", char)
