"""What the text of a goal says: numbers, measures, days, and words that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Counted = Literal["count", "percent", "points", "times", "money", "time"]
Role = Literal["level", "absolute", "relative", "points", "multiple", "baseline"]
Direction = Literal["up", "down"]


class Phrase(NamedTuple):
    """Code points of the statement as written, from `start` up to `end`."""

    start: int
    end: int
    text: str


class Measure(NamedTuple):
    """Words for what is measured."""

    start: int
    end: int
    text: str
    metrics: frozenset[str]
    """The ids of the catalogue that the words may mean; none for a measure of the plan's own."""
    weak: bool = False
    """It names people rather than a measure."""
    modifies: bool = False
    """It only describes the measure beside it, as in the save rate *of our followers*."""


class Quantity(NamedTuple):
    """A number that measures something."""

    start: int
    end: int
    text: str
    value: float
    """A percentage as a fraction: 10% and 一成 are 0.1."""
    upper: float | None
    """The other end of a range, or of the two ways to read 成長兩倍."""
    unit: str
    counted: Counted
    role: Role
    direction: Direction | None
    sure: bool
    """Whether the text leaves no doubt that this is a number of the goal."""


class Aside(NamedTuple):
    """A number that measures nothing, e.g. 85 折, Q4, TOP 10 or 20:00."""

    start: int
    end: int
    text: str
    why: str


class Deadline(NamedTuple):
    """A day or a stretch of days by which the goal is to be reached."""

    start: int
    end: int
    text: str
    day: date | None
    """The day that the words mean; None where the plan's start is needed and not known."""
    first: date | None
    """The earliest and the latest day that the words allow."""
    last: date | None
    sure: bool
    """Whether the text says that it is the deadline, rather than names a time."""

    def allows(self, day: date) -> bool:
        return self.first is None or self.last is None or self.first <= day <= self.last


class GoalText(NamedTuple):
    """All that was read, in the order of the text."""

    measures: tuple[Measure, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    asides: tuple[Aside, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    vague: tuple[Phrase, ...] = ()
    """Vague words without a number in their clause."""
    several: tuple[Measure, ...] = ()
    """Different measures that are all to be reached."""
    open_list: Phrase | None = None
    """The “and so on” behind a measure."""

    @property
    def number(self) -> Quantity | None:
        """The number to reach, or to change by; None where there is none, or more than one."""
        sure = [one for one in self.quantities if one.sure and one.role != "baseline"]
        return sure[0] if len(sure) == 1 else None

    @property
    def baseline(self) -> Quantity | None:
        """The number to start from, as in 從 540 到 820."""
        found = [one for one in self.quantities if one.role == "baseline"]
        return found[0] if len(found) == 1 else None

    @property
    def deadline(self) -> Deadline | None:
        """The last day that the text sets; None where it sets none."""
        dated = [(one.day, i) for i, one in enumerate(self.deadlines) if one.sure and one.day]
        return self.deadlines[max(dated)[1]] if dated else None

    @property
    def direction(self) -> Direction | None:
        """Whether the number is to rise or to fall, as far as the text says."""
        number, start = self.number, self.baseline
        if number is None or number.direction is not None or start is None:
            return number.direction if number else None
        if number.counted != start.counted or number.value == start.value:
            return None
        return "up" if number.value > start.value else "down"
