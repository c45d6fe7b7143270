"""A view as Markdown, by the template of its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.rendering import jinja

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

_GAPS = re.compile(r"\n{3,}")


def render(page: Page) -> str:
    """Fill `templates/views/<view>.md.j2`; blank lines never come in twos."""
    text = jinja.fill(f"{page.name}.md.j2", page.variables(), page.own)
    return _GAPS.sub("\n\n", text).strip("\n") + "\n"
