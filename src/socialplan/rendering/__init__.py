"""Views become pages: one module per format, listed here one line each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.rendering.page import Page

FORMATS = {
    "terminal": "for reading now",
    "markdown": "for git, pull requests and wikis",
    "html": "for the browser and for paper",
    "ics": "for calendars",
    "csv": "for spreadsheets and databases",
    "xlsx": "for Excel and LibreOffice",
    "json": "for programs",
}
ENDINGS = {form: f".{form}" for form in FORMATS} | {"terminal": ".txt", "markdown": ".md"}
"""What the files of a format are called."""
_SAME_ENDINGS = {".htm": ".html", ".markdown": ".md"}
BINARY = ("xlsx",)
"""The formats that are no text, and so nothing for a terminal."""
VERBATIM = ("ics", "csv")
"""Text whose encoding and line ends are part of the format, also on standard output."""


def format_of(file: Path) -> str | None:
    """Tell by its name in which format a file is wanted."""
    ending = file.suffix.lower()
    ending = _SAME_ENDINGS.get(ending, ending)
    return next((form for form, end in ENDINGS.items() if end == ending), None)


def render(page: Page, form: str) -> str:
    """Write a page in one of `FORMATS` that is text."""
    return str(import_module(f"socialplan.rendering.{form}").render(page))


def render_bytes(page: Page, form: str) -> bytes:
    """Write a page in one of the `BINARY` formats."""
    return bytes(import_module(f"socialplan.rendering.{form}").render(page))


def render_template(page: Page, template: Path) -> str:
    """Write a page by a template of the user's own."""
    from socialplan.rendering import html, jinja

    markup = jinja.is_markup(template.name)
    variables = html.variables(page) if markup else page.variables()
    return jinja.fill_file(template, variables, page.own)
