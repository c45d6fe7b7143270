"""libyaml's complaint → the reason that a plan's author understands, and where it lies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.source.lines import Lines, key_of

if TYPE_CHECKING:
    import yaml


class Broken(NamedTuple):
    """A syntax error: why, where, and what may be read as text instead."""

    reason: str
    start: int
    end: int
    detail: str
    value: tuple[int, int] | None = None
    """The value on that line, where reading it as text repairs the file."""


_FIRST_CHARACTERS = {"@": "at-sign", "`": "backtick", "%": "percent", "\t": "tab"}
_NODE_CHARACTERS = {"]": "stray-bracket", "}": "stray-bracket", ",": "comma"}
_AS_TEXT = {
    "ampersand",
    "asterisk",
    "at-sign",
    "backtick",
    "block-header",
    "colon-in-text",
    "comma",
    "dash-in-text",
    "escape",
    "exclamation-mark",
    "hash-in-brackets",
    "percent",
    "stray-bracket",
    "surrogate-escape",
    "text-after-bracket",
    "text-after-quote",
    "unclosed-quote",
}
# What libyaml says (context, then problem) → reason; the first that fits counts.
_SAYINGS: tuple[tuple[str, str], ...] = (
    ("unexpected end of stream", "unclosed-quote"),
    ("unexpected document indicator", "unclosed-quote"),
    ("invalid Unicode character escape", "surrogate-escape"),
    ("unknown escape character", "escape"),
    ("hexdecimal number", "escape"),
    ("tab character", "tab"),
    ("while scanning an alias", "asterisk"),
    ("while scanning an anchor", "ampersand"),
    ("a tag", "exclamation-mark"),
    ("undefined tag handle", "exclamation-mark"),
    ("while scanning a block scalar", "block-header"),
    ("block sequence entries", "dash-in-text"),
    ("mapping keys are not allowed", "question-mark"),
    ("directive", "percent"),
)
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)
_OPENING_QUOTE = re.compile(r"(?:^|[:\-\[{,][ \t]*)(?P<quote>[\"'])(?P<rest>[^\r\n]*)")
_ALIAS_BEFORE = re.compile(r"(?:^|[\s\[{,])\*[\w-]+\Z", re.ASCII)
# A comment in which the bracket closes: `[#a, b]`.
_COMMENTED_OUT = re.compile(r"(?<![^\s\[{,])#(?=\w)[^\r\n]*[\]}]")
_GLUED_COLON = re.compile(r"[ \t]*(?:- +)*[^\s:#'\"\[{]+:[^\s:/][^\r\n]*")


def explain(error: yaml.MarkedYAMLError, lines: Lines, *, bracket: int | None) -> Broken:
    """Find out what the author meant to write where libyaml gave up."""
    text = lines.text
    detail = ", ".join(str(part) for part in (error.context, error.problem) if part)
    at = min(_index(error.problem_mark, 0), len(text))
    context = min(_index(error.context_mark, at), len(text))
    if bracket is not None and "a flow " in detail:
        reason, start, end = _bracket(lines, at, bracket)
    else:
        reason, start, end = _reason(detail, lines, at, context)
    inside = bracket is not None
    value = _value(reason, lines, start, inside) if reason in _AS_TEXT else None
    start = min(start, len(text))
    return Broken(reason, start, min(max(end, start), len(text)), detail, value)


def _index(mark: object, otherwise: int) -> int:
    index = getattr(mark, "index", None)
    return index if isinstance(index, int) else otherwise


def _reason(detail: str, lines: Lines, at: int, context: int) -> tuple[str, int, int]:
    text = lines.text
    if "cannot start any token" in detail:
        char = text[at : at + 1]
        return _FIRST_CHARACTERS.get(char, "other"), at, _end_of_word(text, at)
    for saying, reason in _SAYINGS:
        if saying in detail:
            start = context if reason in _FROM_CONTEXT else at
            return reason, start, _end_of_word(text, start)
    if "did not find expected node content" in detail:
        return _NODE_CHARACTERS.get(text[at : at + 1], "other"), at, at + 1
    return _structure(detail, lines, at, context)


_FROM_CONTEXT = {
    "ampersand",
    "asterisk",
    "block-header",
    "exclamation-mark",
    "percent",
    "unclosed-quote",
}


def _bracket(lines: Lines, at: int, opened: int) -> tuple[str, int, int]:
    """A bracket that does not close in its entry is open; otherwise a part of it is broken."""
    entry = lines.entry_from(opened)
    cut = _COMMENTED_OUT.search(_blank_quoted(entry))
    if cut is not None:
        start = opened + cut.start()
        return "hash-in-brackets", start, _end_of_word(lines.text, start)
    bare = _QUOTED.sub("", entry)
    if bare.count("[") > bare.count("]") or bare.count("{") > bare.count("}"):
        return "unclosed-bracket", opened, opened + 1
    if lines.text[at : at + 1] == ":":
        return "colon-in-text", at, at + 1
    return "missing-comma", at, _end_of_word(lines.text, at)


def _structure(detail: str, lines: Lines, at: int, context: int) -> tuple[str, int, int]:
    """Blocks that do not fit: mostly the fault of what stands just before."""
    text = lines.text
    at = lines.last_text(at)
    line_start = lines.start_of_line(at)
    before = text[line_start:at].rstrip(" \t")
    word = at, _end_of_word(text, at)
    quote = _open_quote(lines, at)
    if quote is not None:
        return "unclosed-quote", quote, lines.end_of_line(quote)
    if "\t" in text[line_start : lines.first_text(at)]:
        return "tab", line_start, at
    if "mapping values" in detail and key_of(before) and before.strip():
        return "colon-in-text", at, at + 1
    if before.endswith(('"', "'")):
        return "text-after-quote", *word
    if before.endswith(("]", "}")):
        return "text-after-bracket", *word
    if _ALIAS_BEFORE.search(before):
        return "asterisk", line_start + before.rindex("*"), at
    return _line_shape(detail, lines, at, context)


def _line_shape(detail: str, lines: Lines, at: int, context: int) -> tuple[str, int, int]:
    """A line that is no entry of its block."""
    suspects = (context, at) if "expected ':'" in detail else (at, lines.line_before(at))
    for offset in suspects:
        start = lines.first_text(offset)
        end = lines.end_of_line(offset)
        if _GLUED_COLON.fullmatch(lines.text, lines.start_of_line(offset), end):
            return "missing-space", start, end
    above = _no_key_above(lines, at) if "mapping values" in detail else None
    if above is not None:
        return "missing-colon", above, lines.end_of_line(above)
    offset = context if "expected ':'" in detail else at
    reason = "missing-colon" if "expected ':'" in detail else "indentation"
    return reason, lines.first_text(offset), lines.end_of_line(offset)


def _no_key_above(lines: Lines, at: int) -> int | None:
    """The line above where it begins in the same column and is no entry."""
    above, here = lines.first_text(lines.line_before(at)), lines.first_text(at)
    same_column = above - lines.start_of_line(above) == here - lines.start_of_line(here)
    line = lines.text[above : lines.end_of_line(above)]
    entry = not line or key_of(line) or line.startswith(("- ", "#"))
    return above if same_column and above != here and not entry else None


def _open_quote(lines: Lines, at: int) -> int | None:
    """A quotation mark on an earlier line that only closes near the error."""
    text, start = lines.text, lines.start_of_line(at)
    for _ in range(200):
        if start <= 0:
            return None
        start = lines.start_of_line(start - 1)
        line = text[start : lines.end_of_line(start)]
        for match in _OPENING_QUOTE.finditer(_blank_quoted(line)):
            quote = start + match.start("quote")
            closed = _QUOTED.match(text, quote)
            if closed is None or (closed.end() <= at < lines.end_of_line(closed.end())):
                return quote
            return None
    return None


def _blank_quoted(line: str) -> str:
    return _QUOTED.sub(lambda match: "x" * len(match[0]), line)


def _value(reason: str, lines: Lines, at: int, in_brackets: bool) -> tuple[int, int] | None:
    if reason in ("escape", "surrogate-escape"):
        at = max(lines.text.rfind('"', 0, at), 0) if lines.text[at : at + 1] != '"' else at
    return lines.value_at(at, in_brackets=in_brackets, whole=reason == "text-after-bracket")


def _end_of_word(text: str, start: int) -> int:
    match = re.compile(r"[^\s,\]}]*").match(text, start)
    return max(match.end() if match else start, min(start + 1, len(text)))
