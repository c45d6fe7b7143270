"""The rule wall-of-text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.due import unpublished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

_LINE = 40
"""Columns of a line on a phone: 20 Chinese characters."""

_LONGEST = 10 * _LINE
_WIDE = "[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"


@rule(
    "TXT104",
    Severity.INFO,
    message="this paragraph fills about {lines} lines of a phone without a break",
    help="Break it where a new thought begins, or send it in several bubbles.",
    source="The plan table of the course that this tool grew from: little text, in several parts",
    confidence=Confidence.MEDIUM,
    bad="""
        posts:
          - title: The room upstairs
            text: >-
              When we opened nine years ago there were three chairs and one grinder, and on  # <-
              some mornings nobody came. Today there are forty chairs, and on most mornings a
              line. We have thought about what to do with all this, and we have decided to open
              the room upstairs, which has been full of boxes since the flood. It will have a
              long table, a shelf of books and no music, and it will be free for everybody who
              wants to read.
    """,
    good="""
        posts:
          - title: The room upstairs
            text: >-
              When we opened nine years ago there were three chairs and one grinder, and on
              some mornings nobody came. Today there are forty chairs, and on most mornings a
              line.

              We have thought about what to do with all this, and we have decided to open
              the room upstairs, which has been full of boxes since the flood. It will have a
              long table, a shelf of books and no music, and it will be free for everybody who
              wants to read.
    """,
)
def wall_of_text(plan: Plan) -> Iterator[Problem]:
    """Ten lines without a break look like work, and on a phone nobody begins to read them."""
    seen = set()
    for one in unpublished(plan):
        for said in one.texts:
            # Every character is at most two columns wide.
            if 2 * len(said.text) > _LONGEST and said.path not in seen:
                seen.add(said.path)
                yield from _walls(said.text, said.path)


def _walls(text: str, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """The longest paragraph, if it is too long."""
    paragraph = max(text.splitlines(), key=_columns)
    columns = _columns(paragraph)
    if columns > _LONGEST:
        start = text.index(paragraph)
        within = (start, start + len(paragraph))
        yield Problem(path, {"lines": -(-columns // _LINE)}, within=within)


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(re.findall(_WIDE, text))
