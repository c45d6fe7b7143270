"""Charts as SVG inside a page, laid out by leather: colours by the page's own variables, no styles.

A chart is a picture with a title and a description that hold all its figures, for those who do not
see it. Labels stand above their bars, so that names of any length and script have room on a phone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from socialplan.escaping import for_terminal
from socialplan.rendering.charts import naming
from socialplan.rendering.charts.naming import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.rendering.page import Page
    from socialplan.views.charts import Figure
    from socialplan.views.goals import Course

LARGEST = 1e15
"""Beyond it an axis has no ticks."""
_NUMBERS = ("x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy")


def variables(page: Page) -> dict[str, Callable[..., Any]]:
    """Give what templates draw with; see `_charts.html.j2`."""
    return {
        "chart": partial(drawn, page),
        "course_chart": partial(course_drawn, page),
        "chart_heading": partial(naming.heading, page),
        "series_name": partial(naming.series_name, page),
        "series_colour": naming.colour,
        "row_name": partial(naming.row_name, page),
        "figure_written": partial(written, page),
    }


def drawn(page: Page, figure: Figure, name: str) -> str:
    """Draw a figure as SVG whose ids begin with a name; empty where no axis could hold it."""
    from socialplan.rendering.charts.bars import bars, columns

    values = [value for row in figure.rows for value in row.values if value is not None]
    if any(abs(value) > LARGEST for value in values):
        return ""
    group, height = (columns if figure.kind == "posts" else bars)(page, figure)
    return _svg(group, height, name, naming.heading(page, figure), naming.described(page, figure))


def course_drawn(page: Page, course: Course, name: str, *, is_ratio: bool) -> str:
    """Draw the readings of a goal, and the way that is left to its target."""
    from socialplan.rendering.charts.lines import HEIGHT, can_be_drawn, lines

    if not can_be_drawn(course):
        return ""
    group = lines(page, course, is_ratio=is_ratio)
    said = course_described(page, course, is_ratio=is_ratio)
    return _svg(group, HEIGHT, name, page.word("charts.title-course"), said)


def course_described(page: Page, course: Course, *, is_ratio: bool) -> str:
    """Say all numbers of a course in words."""
    comma, colon = page.word("comma"), page.word("colon")
    return page.word("semicolon").join(
        page.word(f"charts.{kind}")
        + colon
        + comma.join(
            f"{page.dates.short(one.day)} {written(page, one.value, is_ratio=is_ratio)}"
            for one in some
        )
        for kind, some in (("readings", course.readings), ("way", course.way[1:]))
        if some
    )


def _svg(group: Any, height: float, name: str, title: str, said: str) -> str:
    from socialplan.rendering.charts.drawing import WIDTH

    root = ElementTree.Element(
        "svg",
        {
            "viewBox": f"0 0 {WIDTH} {height:.0f}",
            "role": "img",
            "class": "chart",
            "aria-labelledby": f"{name}-title {name}-said",
        },
    )
    for tag, text, id_ in (("title", title, "title"), ("desc", said, "said")):
        child = ElementTree.SubElement(root, tag, {"id": f"{name}-{id_}"})
        child.text = for_terminal(text)
    for element in group.iter():
        element.attrib.pop("font-family", None)  # the page's own
        for key in _NUMBERS:
            if key in element.attrib:
                element.attrib[key] = f"{float(element.attrib[key]):.4g}"
    background = group.find("rect")
    if background is not None:
        group.remove(background)
    root.append(group)
    return ElementTree.tostring(root, encoding="unicode")
