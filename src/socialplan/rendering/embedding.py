"""Pictures beside the plan → part of an HTML page, which stays one file.

Only what browsers draw as pixels is taken, by its first bytes and whatever it is called: an SVG is
a document, which may hold more than a picture.
"""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.errors import Unreadable
from socialplan.globbing import leaves_folder
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 1_500_000
"""Bytes of one picture; what platforms take at 1080 × 1350 is a third of that."""
MOST = 8_000_000
"""Bytes of all pictures of a page: a third more as text, and still fit for a mail."""

_TYPES: Mapping[bytes, str] = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}


class Pictures:
    """Gives pictures as addresses that hold them, as long as the page has room."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = None if folder is None else Path(os.path.realpath(folder))
        self._left = MOST

    def __call__(self, name: str) -> str:
        """Give the address for a file below the plan's folder; nothing where it cannot be shown."""
        data = self._read(name) if name and self._folder is not None else None
        kind = _type_of(data) if data else ""
        if not data or not kind or len(data) > self._left:
            return ""
        self._left -= len(data)
        return f"data:image/{kind};base64,{b64encode(data).decode()}"

    def _read(self, name: str) -> bytes | None:
        assert self._folder is not None
        if leaves_folder(name):
            return None
        try:
            path = Path(os.path.realpath(self._folder / name))  # links may lead out
            return read_bytes(path, LARGEST) if path.is_relative_to(self._folder) else None
        except (OSError, ValueError, Unreadable):
            return None


def _type_of(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _TYPES.items() if data.startswith(start)), "")
