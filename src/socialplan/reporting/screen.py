"""What a report is read on: its colours, its width, and whether it follows links."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
FRAME = "34"

_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "zed"}
_TERMS = ("alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty")
_FIRST_VTE = 5000
"""GNOME Terminal and its kin know links since 0.50; those before crash on them."""
_FIRST_TMUX = (3, 4)


class Screen(NamedTuple):
    """A terminal, or the lack of one."""

    color: bool = False
    width: int | None = None
    """Columns of the terminal; None off one, where nothing needs to fit."""
    links: bool = False

    def paint(self, text: str, code: str, *, bold: bool = False) -> str:
        """Colour a text; code 1 is bold alone, 2 is faint."""
        if not self.color or not text:
            return text
        return f"\x1b[{'1;' if bold else ''}{code}m{text}\x1b[0m"

    def linked_file(self, text: str, file: str) -> str:
        """Let a click on the text open a file."""
        return self.linked(text, _file_uri(file)) if self.links else text

    def linked(self, text: str, uri: str | None) -> str:
        """Let a click on the text open an address, by OSC 8; only one that cannot end it."""
        if not self.links or uri is None or not re.fullmatch(r"[!-~]+", uri):
            return text
        return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\"


PLAIN = Screen()


def follows_links(environ: Mapping[str, str] = os.environ) -> bool:
    """Say whether the terminal is known to understand links; `FORCE_HYPERLINK` decides."""
    forced = environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced not in ("", "0")
    term = environ.get("TERM", "")
    program = environ.get("TERM_PROGRAM", "")
    if term.startswith(("screen", "tmux")):
        version = tuple(map(int, re.findall(r"\d+", environ.get("TERM_PROGRAM_VERSION", ""))[:2]))
        return program == "tmux" and version >= _FIRST_TMUX
    vte = environ.get("VTE_VERSION", "")
    return (
        program in _PROGRAMS
        or term.startswith(_TERMS)
        or any(environ.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
        or (vte.isdecimal() and int(vte) >= _FIRST_VTE)
    )


@cache
def _file_uri(file: str) -> str | None:
    """Write the address of a file; it names the machine, for a terminal on another one."""
    path = Path(file).absolute()
    if not path.exists():
        return None
    if os.name == "nt":
        return path.as_uri()
    import socket
    from urllib.parse import quote

    return f"file://{quote(socket.gethostname())}{quote(os.fsencode(path))}"
