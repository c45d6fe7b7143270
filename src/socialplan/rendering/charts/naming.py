"""What charts, their rows and series are called, and how their figures are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.rendering.page import Page
    from socialplan.views.charts import Figure, FigureRow

BACKWARD = "var(--edge)"
"""The colour of what is only compared with."""
FORWARD = "var(--tone-1)"
TONES = 8
LONGEST = 80
"""Characters of a name that a description gives."""


def colour(figure: Figure, number: int) -> str:
    """Give the colour of a series; what is compared with is grey, open slots are only outlined."""
    if figure.kind == "posts":
        is_open = figure.series[number] == "open"
        return "none" if is_open else f"var(--tone-{number % TONES + 1})"
    return {"done": FORWARD, "time": BACKWARD, "busiest": BACKWARD, "average": FORWARD}.get(
        figure.series[number], (BACKWARD, FORWARD)[number % 2]
    )


def heading(page: Page, figure: Figure) -> str:
    """Name a chart."""
    unit = page.word(f"charts.{figure.unit}") if figure.unit else ""
    return page.word(f"charts.title-{figure.kind}", unit=unit)


def series_name(page: Page, figure: Figure, number: int) -> str:
    """Name a series: an account as people do, all others by our own words."""
    name = figure.series[number]
    if figure.kind == "posts" and name != "open":
        return name
    return page.word(f"charts.{name}")


def row_name(page: Page, figure: Figure, row: FigureRow) -> str:
    """Name a row: a week by its first day, a step by our word, all others as people do."""
    if row.day is not None:
        if figure.unit == "year":
            return str(row.day.year)
        return page.dates.month(row.day) if figure.unit == "month" else page.dates.short(row.day)
    name = page.word(row.word) if row.word else row.name
    if row.hours is not None:
        name += page.word("charts.has-hours", hours=page.dates.number(row.hours))
    return name


def written(page: Page, value: float | None, *, is_ratio: bool) -> str:
    """Write a figure as people read it; a dash where it is not known."""
    if value is None:
        return "–"
    return page.dates.percent(round(value, 3)) if is_ratio else page.dates.number(round(value, 2))


def shortened(name: str) -> str:
    """Cut a name that nobody wants to have read aloud to the end."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def described(page: Page, figure: Figure) -> str:
    """Say all figures of a chart in words."""
    names = [shortened(series_name(page, figure, n)) for n in range(len(figure.series))]
    comma, colon = page.word("comma"), page.word("colon")
    rows = (
        shortened(row_name(page, figure, row))
        + colon
        + comma.join(
            f"{name} {written(page, value, is_ratio=figure.is_ratio)}"
            for name, value in zip(names, row.values, strict=True)
        )
        for row in figure.rows
    )
    return page.word("semicolon").join(rows)


def tick(page: Page, value: float, *, is_ratio: bool) -> str:
    """Write a figure of an axis, as short as can be."""
    number = float(value)
    if is_ratio:
        return page.dates.percent(number)
    return page.dates.compact(number) if number >= 10_000 else page.dates.number(number)
