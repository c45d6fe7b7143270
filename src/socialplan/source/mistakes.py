"""The mistakes that reading can meet: one constructor each, whose docstring names its words.

The word `at` never reaches a rule: it is the offset whose path the problem gets, where that is not
the start of its span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Mistake, Problem, Related, Span

if TYPE_CHECKING:
    from socialplan.finding import PlanPath


def _mistake(
    rule: str,
    where: Span | PlanPath,
    words: dict[str, object],
    *,
    suggestion: str | None = None,
    related: tuple[Related, ...] = (),
    on_key: bool = False,
) -> Mistake:
    """A mistake at exact characters, whose path is found later, or with the value at a path."""
    span = where if isinstance(where, Span) else None
    path = () if isinstance(where, Span) else where
    return Mistake(
        rule, Problem(path, words, span, suggestion=suggestion, related=related, on_key=on_key)
    )


def invalid_yaml(
    where: Span,
    reason: str,
    *,
    suggestion: str | None = None,
    related: tuple[Related, ...] = (),
    **more: object,
) -> Mistake:
    """`reason`: one of `REASONS`; `text`: the characters at fault; `detail`: libyaml's words."""
    words = {"reason": reason, "text": "", "detail": "", **more}
    return _mistake("invalid-yaml", where, words, suggestion=suggestion, related=related)


REASONS = (
    "alias-inside-itself",  # *text stands inside &text
    "ampersand",  # a value begins with & and a space
    "asterisk",  # a value begins with *, as in *bold*
    "block-header",  # text follows | or > on the same line
    "colon-in-text",  # title: a: b
    "comma",  # a value begins with a comma
    "complex-key",  # a list or a mapping as a key
    "control-character",  # text: U+0000
    "dash-in-text",  # title: - b
    "escape",  # an unknown backslash escape in double quotes
    "exclamation-mark",  # a value begins with !
    "indentation",  # a line begins in a column that fits no block
    "merge",  # << merges something other than mappings
    "missing-colon",  # a line that is neither a key nor an item
    "missing-comma",  # between the values of a bracket
    "missing-space",  # key:value
    "percent",  # a value begins with %
    "question-mark",  # ? begins a complex key
    "second-document",  # --- in the middle of the file
    "stray-bracket",  # a value begins with ] or }
    "surrogate-escape",  # half of an emoji: "\\ud83c"
    "tab",  # indentation by tabs
    "text-after-bracket",  # title: [new] things
    "text-after-quote",  # title: "new" things
    "unclosed-bracket",
    "unclosed-quote",
    "undefined-alias",  # text: the name after *
    "other",
)


UNQUOTED = ("hash", "hash-below-block", "hash-in-brackets", "at-sign", "backtick")


def unquoted(where: Span, reason: str, *, text: str, **more: object) -> Mistake:
    """`reason`: one of `UNQUOTED`; `text`: the value as meant; `kept`, `cut`: for hashes."""
    words = {"reason": reason, "text": text, "kept": "", "cut": "", "detail": "", **more}
    return _mistake("unquoted-hash-or-at", where, words)


def not_utf_8(where: Span, encoding: str) -> Mistake:
    """`encoding`: the likely one, e.g. big5, or unknown."""
    return _mistake("not-utf-8", where, {"encoding": encoding})


def duplicate_key(where: Span, key: str, first: Span) -> Mistake:
    """`key`: the key's text. The first place is related under “first-here”."""
    related = (Related("first-here", span=first),)
    return _mistake("duplicate-key", where, {"key": key}, related=related, on_key=True)


def yaml_11_trap(where: Span, text: str, reads_as: str) -> Mistake:
    """`text`: as written; `reads_as`: the value in YAML 1.1, spelled as YAML."""
    return _mistake("yaml-1.1-trap", where, {"text": text, "reads_as": reads_as})


def too_large(where: Span, what: str, limit: int, unit: str) -> Mistake:
    """`what`: file, files, depth, nodes, aliases; `limit`; `unit`: bytes, files, levels, nodes."""
    return _mistake("too-large", where, {"what": what, "limit": limit, "unit": unit})


def unknown_tag(where: Span, tag: str, at: int) -> Mistake:
    """`tag`: as written, e.g. !color."""
    return _mistake("unknown-tag", where, {"tag": tag, "at": at})


def not_a_plan(where: Span, found: str) -> Mistake:
    """`found`: nothing, list or value."""
    return _mistake("not-a-plan", where, {"found": found})


def include_not_found(
    where: Span, pattern: str, why: str, file: str, *, suggestion: str | None = None
) -> Mistake:
    """`pattern`: as written; `file`: what it led to, else the pattern.

    `why`: missing, broken-link, folder, not-a-file, denied, no-folder (a plan from standard input),
    not-a-glob, other.
    """
    words: dict[str, object] = {"pattern": pattern, "why": why, "file": file}
    return _mistake("include-not-found", where, words, suggestion=suggestion)


def include_outside_folder(where: Span, pattern: str, file: str) -> Mistake:
    """`pattern`: as written; `file`: the file outside, or the pattern itself."""
    return _mistake("include-outside-folder", where, {"pattern": pattern, "file": file})


def include_loop(where: Span, pattern: str, file: str) -> Mistake:
    """`pattern`: as written; `file`: the file that includes itself, directly or through others."""
    return _mistake("include-loop", where, {"pattern": pattern, "file": file})
