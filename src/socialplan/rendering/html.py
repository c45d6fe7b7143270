"""A view as one self-contained HTML file: no network, nothing run that is not its own."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from socialplan.rendering import charts, jinja
from socialplan.rendering.embedding import Pictures
from socialplan.rendering.overriding import BRAND, style_below

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

STYLES = {
    "week": ("base", "filters", "calendar", "preview"),
    "month": ("base", "filters", "calendar", "preview"),
    "agenda": ("base", "filters", "calendar", "preview"),
    "board": ("base", "filters", "calendar", "preview"),
    "sheet": ("base", "filters", "sheet"),
    "checklist": ("base", "checklist"),
    "community": ("base", "checklist", "charts", "community"),
    "brief": ("base", "preview", "brief"),
    "plan": ("base", "charts", "plan"),
    "goals": ("base", "charts", "goals"),
    "personas": ("base", "people"),
    "platforms": ("base", "people"),
}
"""Which files of `templates/web` style a view; the others are given `base` alone."""
SCRIPTS: dict[str, tuple[str, ...]] = {
    "week": ("filters", "opening"),
    "month": ("filters", "opening"),
    "agenda": ("filters",),
    "board": ("filters", "opening"),
    "sheet": ("filters",),
    "checklist": ("keeping", "checklist"),
    "community": ("keeping", "checklist", "community"),
    "brief": ("keeping", "packet"),
}
"""Which files of `templates/web` a view runs; most run none."""

EMBEDS = ("brief",)
"""Views that show the pictures themselves; others have too many posts to carry theirs along."""

# What HTML forbids even as a reference: controls, and what is no character.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def render(page: Page) -> str:
    """Fill `templates/views/<view>.html.j2`; what people typed is escaped by the template."""
    text = jinja.fill(f"{page.name}.html.j2", variables(page), page.own)
    return _FORBIDDEN.sub("\ufffd", text)


def variables(page: Page) -> dict[str, Any]:
    """Give what templates of HTML may use: what all may, and what `page.html.j2` is made of."""
    style = style_of(page)
    script = _joined((*SCRIPTS.get(page.name, ()), *_live(page)), "js")
    return {
        **page.variables(),
        **charts.variables(page),
        "picture": Pictures(page.folder if page.name in EMBEDS else None),
        "style": style,
        "script": script,
        "policy": policy(style, script, live=page.live is not None),
    }


def _live(page: Page) -> tuple[str, ...]:
    return () if page.live is None else ("live",)


def style_of(page: Page) -> str:
    """Join what styles a page; a folder of the user's own may replace parts and add its brand."""
    names = (*STYLES.get(page.name, ("base",)), *_live(page))
    if page.own is None:
        return _joined(names, "css")
    own = {one: style_below(page.own, f"{one}.css") for one in names}
    parts = [_joined((one,), "css") if style is None else style for one, style in own.items()]
    brand = style_below(page.own, BRAND)
    return "\n".join(parts if brand is None else [*parts, brand])


def policy(style: str, script: str, *, live: bool = False) -> str:
    """Allow the page's own style and script by their hashes, embedded pictures, nothing else.

    A `live` page may also ask the server that it came from for news.
    """
    parts = ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    parts += ["connect-src 'self'"] if live else []
    parts += [f"style-src {_hash(style)}"] if style else []
    parts += [f"script-src {_hash(script)}"] if script else []
    return "; ".join(parts)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _joined(names: tuple[str, ...], kind: str) -> str:
    folder = files("socialplan_templates").joinpath("web")
    return "\n".join(folder.joinpath(f"{name}.{kind}").read_text("utf-8") for name in names)
