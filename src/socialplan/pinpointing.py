"""Where in a TOML file a key is written, or one of its values: who reads TOML does not tell."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Keys = tuple[str | int, ...]

_PIECE = (
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]"
)
"""What begins and ends what, or hides such signs: texts and comments."""


class _Statement(NamedTuple):
    """A header, or a key with its value, and what it says below its header."""

    line: int
    text: str
    says: Any
    repeated: int
    """Which table of an array of tables it belongs to, from 0."""


def place_in(text: str, keys: Keys, value: object = None) -> tuple[int, int] | None:
    """Give line and column of a value, of its key where that is all there is, or of what is around.

    Of several that are the same, it is the first.
    """
    statements = list(_statements(text))
    while keys:
        for one in statements:
            if _says(one, keys):
                return _within(one, keys, value)
        keys, value = keys[:-1], None
    return None


def _statements(text: str) -> Iterator[_Statement]:
    import tomllib

    header, name, met, line = "", "", Counter[str](), 0
    for written in _split(text):
        is_header = written.lstrip().startswith("[")
        says = tomllib.loads(written if is_header else f"{header}\n{written}")
        if is_header:
            header, name = written, repr(says)
            met[name] += 1
        yield _Statement(line, written, says, met[name] - 1)
        line += written.count("\n") + 1


def _split(text: str) -> Iterator[str]:
    """Cut at the ends of lines, but for those inside of lists, tables and texts."""
    begun = depth = 0
    for piece in re.finditer(_PIECE, f"{text}\n", re.DOTALL):
        depth += (piece[0] in "[{") - (piece[0] in "]}")
        if piece[0] == "\n" and not depth:
            yield text[begun : piece.start()]
            begun = piece.end()


def _says(statement: _Statement, keys: Keys) -> bool:
    found = statement.says
    for key in keys:
        if isinstance(key, int):
            if not isinstance(found, list) or statement.repeated != key:
                return False
            found = found[0]
        elif not isinstance(found, dict) or key not in found:
            return False
        else:
            found = found[key]
    return True


def _within(statement: _Statement, keys: Keys, value: object) -> tuple[int, int]:
    """Find the value in the text of a statement, else the key, else its beginning."""
    names = [key for key in keys if isinstance(key, str)]
    found = re.search(rf"(?<![\w-])[\"']?{re.escape(names[-1])}[\"']?(?![\w-])", statement.text)
    place = found.start() if found else len(statement.text) - len(statement.text.lstrip())
    if found and value is not None:
        place = _value(statement.text, found.end(), str(value)) or place
    before = statement.text[:place]
    return statement.line + before.count("\n") + 1, place - before.rfind("\n")


def _value(text: str, after: int, value: str) -> int | None:
    """Find a text that is or begins with the value, else where any value begins."""
    for pattern in (rf"[\"']{re.escape(value)}[\"']", rf"[\"']{re.escape(value)}"):
        told = re.compile(pattern).search(text, after)
        if told:
            return told.start()
    told = re.compile(r"\s*[=.]\s*").match(text, after)
    return told.end() if told else None
