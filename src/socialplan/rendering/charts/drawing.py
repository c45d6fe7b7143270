"""Leather in the page's colours, and the little that is drawn beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from rich.cells import cell_len

from socialplan.escaping import for_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 380
"""Units across: about those of a phone, so that words keep their size there."""
LETTER = 7.0
"""Units that a Latin letter takes; an ideograph takes two."""


def in_colours() -> Any:
    """Import leather when a chart is drawn, in the page's colours."""
    import leather

    theme = leather.theme
    theme.margin = 0.01
    theme.label_color = "currentColor"
    theme.tick_color = "var(--line)"
    theme.zero_color = "var(--edge)"
    theme.tick_font_size = 12
    theme.tick_font_char_height = 12
    theme.tick_font_char_width = int(LETTER)
    theme.legend_font_char_height = theme.legend_gap = 0  # the legend stands beside the picture
    return leather


def shape(leather: Any, draw: Callable[..., Any]) -> Any:
    """Make a shape of leather's that a function draws: width, height, both scales, the data."""

    class Shape(leather.Shape):  # type: ignore[misc]
        def validate_series(self, series: Any) -> None:
            """Take any."""

        def to_svg(self, width: Any, height: Any, x: Any, y: Any, series: Any, _: Any) -> Any:
            return draw(float(width), float(height), x, y, series.data())

    return Shape()


def rectangle(group: Any, x: float, y: float, width: float, height: float, fill: str) -> None:
    """Add a bar; without a fill it is only outlined."""
    drawn_as = {"fill": fill}
    if fill == "none":
        drawn_as |= {"stroke": "var(--edge)", "stroke-dasharray": "3 2"}
    numbers = {"x": x, "y": y, "width": max(width, 0.5), "height": max(height, 0.5)}
    ElementTree.SubElement(
        group, "rect", {**{key: str(value) for key, value in numbers.items()}, **drawn_as}
    )


def write(group: Any, said: str, x: float, y: float, kind: str) -> None:
    """Add words; `kind` is their class."""
    attributes = {"x": str(x), "y": str(y), "class": kind, "fill": "currentColor"}
    attributes["font-size"] = "13" if kind == "row" else "12"
    if kind == "total":
        attributes["text-anchor"] = "middle"
    ElementTree.SubElement(group, "text", attributes).text = said


def cut(name: str, width: float) -> str:
    """Cut a name that is wider than the chart."""
    name = for_terminal(name)
    most = int(width / LETTER)
    if cell_len(name) <= most:
        return name
    while cell_len(name) > most - 1:
        name = name[: max(1, len(name) - max(1, (cell_len(name) - most) // 2))]
    return name + "…"
