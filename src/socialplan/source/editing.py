"""A change of the plan → the characters of its files to replace."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import RenameKey, ReplaceText, Rewrite, SetValue, Span
from socialplan.source.spelling import double_quoted, reads_as, spelled

if TYPE_CHECKING:
    from socialplan.finding import Change, PlanPath, PutEntry
    from socialplan.source.tree import Source

_BLOCK = ("|", ">")
LONGEST = 20_000
"""Characters of a text in which a fix is still worth the time that checking it takes."""


class Replacement(NamedTuple):
    """Characters to replace, and the change that this makes, its path led back to what exists."""

    span: Span
    text: str
    change: Change


def replacement(source: Source, change: Change) -> Replacement | None:
    """Find the characters that make a change; None where nothing that is safe to write does."""
    if isinstance(change, Rewrite):
        return Replacement(change.span, change.text, change)
    if isinstance(change, SetValue):
        return _with_value(source, change)
    if isinstance(change, ReplaceText):
        return _with_text(source, change)
    if isinstance(change, RenameKey):
        return _with_key(source, change)
    return _with_entry(source, change)


def _with_entry(source: Source, change: PutEntry) -> Replacement | None:
    from socialplan.source.putting import UnwritableError, beginning

    try:
        span, text = beginning(source, change)
    except UnwritableError:
        return None
    return Replacement(span, text, change)


def _with_value(source: Source, change: SetValue) -> Replacement | None:
    change = change._replace(path=source.existing(change.path))
    old, span = source.value(change.path), source.span(change.path)
    if isinstance(old, dict | list):
        return None
    words = source.text(span)
    if change.instead_of is not None and change.instead_of not in (str(old), words):
        return None
    if isinstance(change.value, tuple):
        text = _as_list(change.value, words[:1]) if isinstance(change.path[-1], str) else None
    else:
        text = spelled(change.value, words[:1], flow=_in_brackets(source, change.path))
    if text is None:
        return None
    span = change.span or span
    if source.text(Span(span.start - 1, span.start)) in (":", "-"):
        text = f" {text}"  # nothing stood there, not even a space
    return Replacement(span, text, change)


def _as_list(values: tuple[str, ...], like: str) -> str | None:
    """Write a list in brackets, its items in the style of the one value that stood there."""
    items = [spelled(one, like, flow=True) for one in values]
    return None if None in items else "[" + ", ".join(filter(None, items)) + "]"


def _with_text(source: Source, change: ReplaceText) -> Replacement | None:
    """Replace part of a text; its wrapping and quotes stay where that is possible."""
    old, whole = source.value(change.path), source.span(change.path)
    if not isinstance(old, str):
        return None
    if change.instead_of not in (None, old[change.start : change.end]):
        return None
    words, flow = source.text(whole), _in_brackets(source, change.path)
    if len(words) > LONGEST:
        return None
    new = old[: change.start] + change.text + old[change.end :]
    part = source.within(change.path, change.start, change.end)
    text = _as_part(change.text, words[:1])
    if text is not None and (part != whole or change.end - change.start == len(old)):
        start, end = part.start - whole.start, part.end - whole.start
        if _says(words[:start] + text + words[end:], new, flow=flow):
            return Replacement(part, text, change)
    if words.startswith(_BLOCK):
        return None
    written = spelled(new, words[:1], flow=flow)
    return None if written is None else Replacement(whole, written, change)


def _with_key(source: Source, change: RenameKey) -> Replacement | None:
    around = source.value(change.path[:-1])
    if not isinstance(around, dict) or change.path[-1] not in around or change.key in around:
        return None
    span = source.span(change.path, on_key=True)
    words = source.text(span)
    if words.startswith("*"):
        return None
    flow = _in_brackets(source, change.path)
    text = spelled(change.key, words[:1], flow=flow, key=True)
    return None if text is None else Replacement(span, text, change)


def _as_part(text: str, style: str) -> str | None:
    """Write words as they stand inside a scalar of that style."""
    if style == '"':
        return double_quoted(text)
    if "\n" in text or style == "*":
        return None
    return text.replace("'", "''") if style == "'" else text


def _says(words: str, value: str, *, flow: bool) -> bool:
    """Say whether a scalar, perhaps of several lines, means a text."""
    if not words.startswith(_BLOCK):
        return reads_as(words, value, flow=flow)
    header, _, lines = words.partition("\n")
    header = header.partition("#")[0].strip()
    if len(header) > 1 and header != header[0] + "-":
        return True  # what its lines mean depends on what is around it; reading again will tell
    ending = "" if header.endswith("-") else "\n"
    return reads_as(f"{header}\n{lines}", value.rstrip("\n") + ending, flow=False)


def _in_brackets(source: Source, path: PlanPath) -> bool:
    """Say whether a value stands in a flow collection, or may do so behind an alias."""
    starts = (source.span(path[:depth]).start for depth in range(len(path)))
    return any(source.text(Span(start, start + 1)) in ("[", "{", "*") for start in starts)
