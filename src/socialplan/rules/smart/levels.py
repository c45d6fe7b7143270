"""The level that the words of a goal ask for, to be laid beside its `target`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.smart.goals import figure, metric_of
from socialplan.rules.smart.growth import starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Metric
    from socialplan.goal_words import GoalText, Quantity
    from socialplan.plan.goals import Goal

_ROUNDED = 0.1
"""A tenth of the change: whoever adds 10% to 543 writes 600 rather than 597.3."""
_EXACT = 1e-9
_UNITS = {"percent": "ratio", "points": "ratio", "money": "currency", "time": "days"}
_SCALES: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("percent", "points"), (1, 100)),
    "time": (1, 60, 1 / 60, 3600, 1 / 3600, 24, 1 / 24, 1440, 1 / 1440),
}
"""What a measure of one's own may be counted in: 30% as 30, 3 hours as 180 minutes."""
_EACH = re.compile(
    r"[每各]|[日週周月場场]均|\b(?:each|every|per|daily|weekly|monthly)\b"
    r"|\ba (?:day|week|month|quarter)\b"
    r"|/ ?(?:day|week|wk|month|mo|quarter)\b|/ ?[天日週周月季]",
    re.IGNORECASE,
)


class Level(NamedTuple):
    """Levels that one number of the text may mean, and the one to show."""

    low: float
    high: float
    shown: float

    def has(self, value: float) -> bool:
        return self.low <= value <= self.high


def levels_of(number: Quantity, goal: Goal, text: GoalText) -> list[Level]:
    """The levels that a number may mean; none where it cannot be laid beside the goal's own."""
    if not _fits(number, metric_of(goal)):
        return []
    if number.role in ("level", "baseline"):
        return [*_as_written(number, goal)]
    starts = starts_of(goal)
    if not starts and text.baseline is not None:
        starts = [text.baseline.value]
    if not starts:
        return []
    found = [_changed(start, end) for start in starts for end in _ends(number, goal, start)]
    if number.upper is not None and number.role != "multiple":
        ends = [end for start in starts for end in _ends(_upper(number), goal, start)]
        pairs = zip(found, ends, strict=True)
        found = [Level(min(one.low, end), max(one.high, end), one.shown) for one, end in pairs]
    # A change may be the target itself, as in 200 new followers, or 20% growth.
    return found + ([] if number.role in ("points", "multiple") else [*_as_written(number, goal)])


def told(level: float, number: Quantity, goal: Goal) -> str:
    """A level as a message shows it, with the other end where it is a range."""
    if number.upper is not None and number.role == "level" and level != number.upper:
        return "-".join(
            told(one, number._replace(upper=None), goal) for one in (level, number.upper)
        )
    # 20% more of 100,000 is a number; 20% more of 5% is a share.
    grown = number.role == "relative" and abs(level) > 1
    if number.counted in ("percent", "points") and not metric_of(goal) and not grown:
        return f"{level * 100:,.4g}%"
    known = metric_of(goal)
    is_count = known is not None and known.unit == "count"
    return figure(round(level) if is_count else round(level, 6), known)


def level_said(text: GoalText, goal: Goal) -> str | None:
    """What `target:` is to be by the text, where that is beyond doubt."""
    number = text.number
    if number is None or text.several or is_each(goal):
        return None
    known = metric_of(goal)
    if number.role == "relative" and known is not None and known.unit == "ratio":
        return None  # 3% more of a rate may be three points
    return _as_field(number, goal, text)


def is_each(goal: Goal) -> bool:
    """Whether its number is perhaps of a month, or of one shop of several."""
    return _EACH.search(goal.statement or "") is not None


def start_said(text: GoalText, goal: Goal) -> str | None:
    """What `baseline:` is to be by the text."""
    return _as_field(text.baseline, goal, text) if text.baseline else None


def _as_field(number: Quantity, goal: Goal, text: GoalText) -> str | None:
    found = levels_of(number, goal, text)
    if not found or number.upper is not None:
        return None
    shown = found[0].shown
    if number.counted == "percent" and number.role in ("level", "baseline"):
        return f"{shown * 100:.10g}%"
    return figure(round(shown, 6), metric_of(goal)).replace(",", "")


def _fits(number: Quantity, known: Metric | None) -> bool:
    """A share of followers is no number of followers; of a custom metric anything is."""
    if known is None:
        return True
    if number.role in ("relative", "multiple"):
        return True
    unit = _UNITS.get(number.counted, "count")
    return known.unit == unit or (known.unit == "score" and unit == "count")


def _as_written(number: Quantity, goal: Goal) -> Iterator[Level]:
    low, high = number.value, number.value if number.upper is None else number.upper
    scales = _SCALES.get(number.counted, (1,)) if metric_of(goal) is None else (1,)
    for scale in scales:
        slack = _EXACT * max(1.0, abs(high * scale))
        yield Level(low * scale - slack, high * scale + slack, low)


def _changed(start: float, end: float) -> Level:
    slack = abs(end - start) * _ROUNDED + _EXACT
    return Level(end - slack, end + slack, end)


def _upper(number: Quantity) -> Quantity:
    return number._replace(value=number.value if number.upper is None else number.upper)


def _ends(number: Quantity, goal: Goal, start: float) -> Iterator[float]:
    """Where a change leads; up and down where the text does not say."""
    signs = {"up": (1,), "down": (-1,)}.get(number.direction or "", (1, -1))
    known = metric_of(goal)
    for sign in signs:
        if number.role == "multiple":
            yield start * number.value
            yield start * (number.value if number.upper is None else number.upper)
            continue
        if number.role == "relative":
            yield start * (1 + sign * number.value)
        # Of a rate, 10% more is often ten points more.
        if number.role != "relative" or known is None or known.unit == "ratio":
            yield start + sign * number.value
