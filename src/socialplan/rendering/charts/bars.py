"""Bars and columns: what is compared stands beside or on each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from rich.cells import cell_len

from socialplan.rendering.charts.drawing import (
    LETTER,
    WIDTH,
    cut,
    in_colours,
    rectangle,
    shape,
    write,
)
from socialplan.rendering.charts.naming import colour, row_name, tick, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.rendering.page import Page
    from socialplan.views.charts import Figure, FigureRow

LABEL = 19
BAR = 13
GAP = 9
INSET = 4
"""Units between words and what they stand behind: a bar, or the axis itself."""
COLUMNS_HEIGHT = 200
AXIS_HEIGHT = 30


def bars(page: Page, figure: Figure) -> tuple[Any, float]:
    """Lay out a bar for each series, below the name of its row."""
    leather = in_colours()
    drawn = shape(leather, partial(_draw_bars, page, figure))
    rows = [(_longest([row]), str(n), row) for n, row in enumerate(reversed(figure.rows))]
    each = LABEL + BAR * len(figure.series) + GAP
    height = each * len(rows) + AXIS_HEIGHT
    most = max(_longest(figure.rows), 1.0 if figure.kind == "goals" else 0.0) or 1.0
    chart = leather.Chart()
    chart.add_series(leather.Series(rows), drawn)
    chart.add_x_scale(0, most * 1.2)  # room for the figure behind the longest bar
    ticks = [tick for tick in chart._scales[0].ticks() if tick <= most]
    chart.add_x_axis(ticks, lambda value, *_: tick(page, value, is_ratio=figure.is_ratio))
    chart.set_y_axis(_no_ticks(leather))
    return chart.to_svg_group(WIDTH, height), height


def _draw_bars(
    page: Page, figure: Figure, width: float, height: float, x: Any, y: Any, data: Any
) -> Any:
    group = ElementTree.Element("g")
    for one in data:
        row: FigureRow = one.row[2]
        _, top = y.project_interval(one.y, height, 0)
        place = float(top)
        label = cut(row_name(page, figure, row), width - INSET)
        write(group, label, INSET, place + LABEL - 6, "row")
        place += LABEL
        for n, value in enumerate(row.values):
            length = float(x.project(max(value or 0, 0), 0, width))
            if value is not None:
                rectangle(group, 0, place + 1, length, BAR - 2, colour(figure, n))
            said = written(page, value, is_ratio=figure.is_ratio)
            write(group, said, min(length, width) + INSET, place + BAR - 3, "value")
            place += BAR
    return group


def columns(page: Page, figure: Figure) -> tuple[Any, float]:
    """Stack the series of a week on each other."""
    leather = in_colours()
    drawn = shape(leather, partial(_draw_columns, page, figure))
    totals = [sum(value or 0 for value in row.values) for row in figure.rows]
    rows = [(str(n), totals[n], row) for n, row in enumerate(figure.rows)]
    chart = leather.Chart()
    chart.add_series(leather.Series(rows), drawn)
    chart.add_y_scale(0, max(*totals, 1.0) * 1.1)
    whole = [tick for tick in chart._scales[1].ticks() if tick == int(tick)]
    chart.add_y_axis(whole, lambda value, *_: page.dates.number(int(value)))
    names = [row_name(page, figure, row) for row in figure.rows]
    every = _every(names, WIDTH - 30)
    chart.add_x_axis(
        [str(n) for n in range(0, len(rows), every)], lambda value, *_: names[int(value)]
    )
    return chart.to_svg_group(WIDTH, COLUMNS_HEIGHT), COLUMNS_HEIGHT


def _draw_columns(
    page: Page, figure: Figure, width: float, height: float, x: Any, y: Any, data: Any
) -> Any:
    group = ElementTree.Element("g")
    for one in data:
        left, right = (float(edge) for edge in x.project_interval(one.x, 0, width))
        below = 0.0
        for n, value in enumerate(one.row[2].values):
            if value:
                top, bottom = (float(y.project(at, height, 0)) for at in (below + value, below))
                fill = colour(figure, n)
                rectangle(group, left, top, right - left, bottom - top, fill)
                below += value
        if below and right - left >= LETTER * 1.5:
            write(
                group,
                page.dates.number(int(below)),
                (left + right) / 2,
                float(y.project(below, height, 0)) - 4,
                "total",
            )
    return group


def _no_ticks(leather: Any) -> Any:
    class Axis(leather.Axis):  # type: ignore[misc]
        def estimate_label_margin(self, *_: Any) -> int:
            return 0

        def to_svg(self, *_: Any) -> Any:
            return ElementTree.Element("g")

    return Axis()


def _every(names: Sequence[str], width: float) -> int:
    """Say which names along an axis have room: each, every second, …"""
    widest = max(cell_len(name) for name in names) * LETTER + LETTER
    return max(1, -int(-widest * len(names) // width))


def _longest(rows: Sequence[FigureRow]) -> float:
    return max((value for row in rows for value in row.values if value), default=0.0)
