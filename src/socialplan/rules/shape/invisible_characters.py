"""The rule invisible-characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Span
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.source import Source

# Zero-width joiners and variation selectors build emoji and some scripts; these only hide or
# reorder text, or are left over from gluing files together.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")


@rule(
    "PLN110",
    Severity.WARNING,
    message="an invisible character, {code}, stands here",
    help="Delete it; it often comes along when text is pasted from a web page.",
    source="Unicode Technical Report 36; “Trojan Source” (CVE-2021-42574)",
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
            code = f"U+{ord(found.group()):04X}"
            yield Problem((), {"code": code}, span=Span(start, start + 1))
