"""What people type, made harmless for the place where it is shown."""

from __future__ import annotations

import re
from functools import cache

# C0 and C1 controls, and the marks that reorder or hide text: a title must not move the cursor,
# recolour the screen or pretend to be other words.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
# What OWASP names, and its full-width twins, after whatever a program may strip.
_FORMULA = re.compile(r"[\s'\"\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_ANNOTATION = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_AZURE = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}
_PROPERTY = {**_ANNOTATION, ":": "%3A", ",": "%2C"}


def for_terminal(text: str) -> str:
    """Show control characters as `<U+001B>` instead of obeying them; line breaks become spaces."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub(_named, text)


def lines_for_terminal(text: str) -> str:
    """Do the same, keeping line breaks."""
    return "\n".join(map(for_terminal, text.splitlines()))


def page_for_terminal(text: str) -> str:
    """Do the same to a page of ours, whose lines end in nothing else than a newline.

    What else may break a line stays within it, for a row of a table has to stay one.
    """
    return "\n".join(map(for_terminal, text.split("\n")))


def for_cell(text: str) -> str:
    """Do the same for a cell of a table; what XML cannot hold is named too."""
    return text if text.isprintable() else _NO_CHARACTER.sub(_named, lines_for_terminal(text))


def for_csv(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula and run."""
    return f"'{text}" if text and begins_formula(text) else text


def begins_formula(text: str) -> bool:
    """Say whether a spreadsheet may take text for a formula, also once it has trimmed it."""
    return _FORMULA.match(text) is not None


def for_log(text: str) -> str:
    """Keep the runner of a CI job, whose log this may be, from obeying `##[…]` and `::…::`."""
    if "##" in text:
        text = re.sub(r"##(?=(vso)?\[)", "# #", text, flags=re.IGNORECASE)
    if "::" in text:
        text = re.sub(r"^([^\S\n]*)::(?!:)", r"\1./::", text, flags=re.MULTILINE)
    return text


def for_json(text: str) -> str:
    """Write JSON so that no terminal, runner or file's encoding minds what its strings hold."""
    return _unprintable_in_json().sub(_code_unit, text.replace("##", "#\\u0023"))


@cache
def _unprintable_in_json() -> re.Pattern[str]:
    """Match what JSON would leave as it is."""
    return re.compile(_UNPRINTABLE.pattern.replace("\x00-\x1f", ""))


def for_annotation(text: str) -> str:
    """Write a message of a GitHub workflow command."""
    return "".join(_ANNOTATION.get(char, char) for char in text)


def for_azure(text: str) -> str:
    """Write a message or property of a command of Azure Pipelines."""
    return "".join(_AZURE.get(char, char) for char in text)


def for_annotation_property(text: str) -> str:
    """Write a property (file, title) of a GitHub workflow command."""
    return "".join(_PROPERTY.get(char, char) for char in text)


_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~])")
_LEADING = re.compile(r"^(\s*\d+(?=[.)])|\s*(?=[-+=]))")


def for_markdown(text: str) -> str:
    """Write text as one line of Markdown, in a table cell or a sentence, as it was typed."""
    line = for_terminal(" ".join(text.split("\n"))) if "\n" in text else for_terminal(text)
    line = line.lstrip(" ").replace("&", "&amp;")  # four spaces would make it code
    line = _MARKDOWN.sub(_markdown, line)
    return _LEADING.sub(r"\1\\", line)


def for_markdown_code(text: str) -> str:
    """Write text as a block of code in Markdown, to be copied letter by letter."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}text\n{lines_for_terminal(text)}\n{fence}"


def _markdown(match: re.Match[str]) -> str:
    char = match.group()
    return {"<": "&lt;", ">": "&gt;"}.get(char, "\\" + char)


_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def within_itself(text: str) -> str:
    """Close in each line the marks of direction that it opens, and drop what closes none of them.

    Without that, what follows a text on a page would be reordered too, even outside its `<bdi>`.
    """
    if text.isascii() or not _DIRECTION.search(text):
        return text
    return "".join(map(_closed, text.splitlines(keepends=True)))


def _closed(line: str) -> str:
    opened: list[str] = []
    words = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")

    def settled(match: re.Match[str]) -> str:
        mark = match.group()
        if mark in _CLOSED_BY:
            opened.append(_CLOSED_BY[mark])
        elif mark not in opened or (mark == "\u202c" and opened[-1] != mark):
            return ""
        else:  # an isolate closes what was opened in it
            while opened.pop() != mark:
                pass
        return mark

    return _DIRECTION.sub(settled, words) + "".join(reversed(opened)) + line[len(words) :]


def _code_unit(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _named(match: re.Match[str]) -> str:
    char = match.group()
    return " " if char in "\n\r\t\u2028\u2029" else f"<U+{ord(char):04X}>"
