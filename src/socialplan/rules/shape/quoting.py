"""What is no YAML but can be read as text is mended by quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Fix, SetValue

if TYPE_CHECKING:
    from socialplan.finding import Problem
    from socialplan.source import Source

_NO_QUOTES = ("escape", "surrogate-escape", "text-after-quote", "unclosed-quote")
"""Mistakes in quotes that stand there already."""


def quoted(said: Problem, source: Source) -> Fix | None:
    """Put a value into quotes where reading has taken its characters, as they stand, for text."""
    value, whole = source.value(said.path), source.span(said.path)
    read_as_text = isinstance(value, str) and value != "" and source.text(whole) == value
    if not read_as_text or said.span is None or said.words["reason"] in _NO_QUOTES:
        return None
    if not whole.start <= said.span.start <= whole.end:
        return None
    return Fix((SetValue(said.path, value),))
