"""Names of sheets, as Excel allows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.escaping import for_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 31
"""UTF-16 units, https://support.microsoft.com/office/3f7f7a2e-2b5f-4fc7-8ba1-0fbd2e5d0c4b."""
RESERVED = "history"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Make each name allowed, and none the same as another in Excel's eyes."""
    names: list[str] = []
    taken = {RESERVED}
    for name in wanted:
        plain = _FORBIDDEN.sub(" ", for_cell(name)).strip(" '")
        made, number = _cut(plain) or "–", 1
        while _alike(made) in taken:
            number += 1
            made = _cut(plain, f" {number}")
        taken.add(_alike(made))
        names.append(made)
    return names


def _cut(name: str, end: str = "") -> str:
    """Shorten a name by whole characters, so that it fits with its ending."""
    name = name[:LONGEST]
    while units(name) + len(end) > LONGEST:
        name = name[:-1]
    return name.strip(" '") + end


def _alike(name: str) -> str:
    """Fold what programs may not tell apart: case and width."""
    return normalize("NFKC", name).casefold()


def units(text: str) -> int:
    """Count as Excel does: characters beyond the first plane are two."""
    return len(text) + sum(char > "\uffff" for char in text)
