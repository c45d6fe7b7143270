"""A page in the program that people look at such files with."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL

from socialplan.errors import SocialPlanError
from socialplan.rendering import ENDINGS


def place_for(output: Path | None, view: str, form: str, template: Path | None) -> Path:
    """Settle where a page is written that will be opened: where asked, else a file of its own."""
    if output is not None:
        if str(output) == "-":
            raise SocialPlanError("open-stdout")
        return output
    if template is None and form == "terminal":
        raise SocialPlanError("open-terminal")
    return Path(tempfile.mkdtemp(prefix="socialplan-")) / name_of(view, form, template)


def name_of(view: str, form: str, template: Path | None) -> str:
    """Name the file of a page: by its view, and its format or what its template makes."""
    if template is None:
        return f"{view}{ENDINGS[form]}"
    return f"{view}{Path(template.name.removesuffix('.j2')).suffix or '.txt'}"


def show(path: Path) -> None:
    """Show a file: a page in the browser, others in what the system has for them."""
    if path.suffix.lower() in (".html", ".htm"):
        import webbrowser

        if not webbrowser.open(path.absolute().as_uri()):
            raise SocialPlanError("no-browser", path=str(path))
    elif sys.platform == "win32":
        os.startfile(path)  # noqa: S606
    elif not _opened(["open" if sys.platform == "darwin" else "xdg-open", str(path.absolute())]):
        raise SocialPlanError("no-program", path=str(path))


def _opened(command: list[str]) -> bool:
    try:
        return subprocess.call(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL) == 0  # noqa: S603
    except OSError:
        return False
