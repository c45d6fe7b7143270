"""The course of a goal's number: a line through the readings, a dashed one to the target."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from socialplan.rendering.charts.drawing import LETTER, WIDTH, in_colours
from socialplan.rendering.charts.naming import BACKWARD, FORWARD, tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.rendering.page import Page
    from socialplan.views.goals import Course

HEIGHT = 190
CLOSEST = 1e-6
"""Share of a number below which two readings cannot be told apart on an axis."""
INSET = 14
"""Units at both ends, so that dots and dates there are whole."""


def can_be_drawn(course: Course) -> bool:
    """Say whether the readings are on two days at least, and apart."""
    points = [*course.readings, *course.way]
    low, high = min(one.value for one in points), max(one.value for one in points)
    apart = high - low > CLOSEST * max(abs(low), abs(high))
    return apart and len({one.day for one in points}) > 1


def lines(page: Page, course: Course, *, is_ratio: bool) -> Any:
    """Lay out a line through the readings and a dashed one to the target, over days."""
    leather = in_colours()
    layers = [
        (course.way, leather.Line(BACKWARD, 2, "4 4")),
        (course.readings, leather.Line(FORWARD, 3)),
        (course.way, leather.Dots(BACKWARD, 3)),
        (course.readings, leather.Dots(FORWARD, 4)),
    ]
    chart = leather.Chart()
    for points, shape in layers:
        if points:
            rows = [(one.day.toordinal(), one.value) for one in points]
            chart.add_series(leather.Series(rows), _unlisted(shape))
    chart.set_x_scale(_days(leather, course))
    values = [one.value for one in (*course.readings, *course.way)]
    chart.add_y_scale(min(values), max(values))
    days = sorted({one.day for one in (*course.readings, *course.way)})
    chart.add_x_axis(
        [day.toordinal() for day in _apart(days)],
        lambda value, *_: page.dates.short(date.fromordinal(value)),
    )
    chart.add_y_axis(None, lambda value, *_: tick(page, value, is_ratio=is_ratio))
    return chart.to_svg_group(WIDTH, HEIGHT)


def _unlisted(shape: Any) -> Any:
    """Keep a shape out of the legend."""
    shape.legend_to_svg = lambda *_: []
    return shape


def _days(leather: Any, course: Course) -> Any:
    """Make a scale that begins with the first day and ends with the last."""
    days = [one.day.toordinal() for one in (*course.readings, *course.way)]
    first, last = min(days), max(days)

    class Days(leather.Scale):  # type: ignore[misc]
        def contains(self, value: Any) -> bool:
            return bool(first <= value <= last)

        def project(self, value: Any, least: Any, most: Any) -> float:
            room = float(most) - float(least) - 2 * INSET
            return float(least + INSET + room * (value - first) / (last - first))

    return Days()


def _apart(days: Sequence[date]) -> list[date]:
    """Keep first and last day, and those between that leave room for their dates."""
    length = (days[-1] - days[0]).days or 1
    least = length * 6 * LETTER / (WIDTH - 60)
    kept = [days[0]]
    for day in days[1:-1]:
        if (day - kept[-1]).days >= least and (days[-1] - day).days >= least:
            kept.append(day)
    return [*kept, days[-1]]
