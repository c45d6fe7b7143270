"""A team's own folder of templates and styles: what has the name of one of ours replaces it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from socialplan.config import BadConfig, settings_for
from socialplan.errors import SocialPlanError, UnknownName
from socialplan.source.opening import read_bytes

BRAND = "brand.css"
"""The style that is added after ours."""
LARGEST_FILE = 1_000_000
"""Bytes of a template or a style."""


def folder_for(plan: Path) -> Path | None:
    """Find the folder that a plan's settings name, if they name one."""
    settings = settings_for(plan)
    if settings.templates is None:
        return None
    folder = Path(settings.templates)
    if not folder.is_dir():
        origin = Path(settings.origins["templates"])
        raise BadConfig("no-folder", origin, key="templates", value=settings.templates)
    return folder


def text_below(folder: Path, name: str) -> str | None:
    """Read a file below a folder, if it is there; no way leads out of it, not even a link."""
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return None
    data = read_bytes(path, LARGEST_FILE)
    if data is None:
        raise SocialPlanError("template-too-large", path=str(path))
    return data.decode("utf-8-sig")


def style_below(folder: Path, name: str) -> str | None:
    """Read a style; nothing in it ends the element that it is put into."""
    try:
        text = text_below(folder, name)
    except UnicodeDecodeError as error:
        raise SocialPlanError("bad-template", place=str(folder / name), reason=str(error)) from None
    return text if text is None else text.replace("</", "<\\/")


def misspelt(folder: Path, wanted: str) -> Path | None:
    """Find a file that was probably meant to have a name of ours, and so is never used."""
    own = {path.name: path for path in folder.iterdir()}
    strange = [name for name in own if name not in our_files() and not name.startswith("_")]
    near = get_close_matches(wanted, strange, n=1, cutoff=0.85) if wanted not in own else []
    return own[near[0]] if near else None


def source_of(name: str) -> str:
    """Give one of our own templates or styles, for somebody to start from."""
    if name not in our_files():
        raise UnknownName("--print-template", name, our_files())
    return our_files()[name].read_text(encoding="utf-8")


@cache
def our_files() -> dict[str, Path]:
    """List our templates and styles by name."""
    ours = Path(str(files("socialplan_templates")))
    found = (*ours.glob("views/*.j2"), *ours.glob("web/*.css"))
    return {path.name: path for path in sorted(found)}
