"""Days and times as people write them in a plan, and what they cannot mean."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, NamedTuple

from socialplan.plan.shapes import Parsed, refusal

YEARS = range(1900, 9000)
"""Outside it, arithmetic on weeks and zones leaves the calendar."""

_DAY = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?"
_MOMENT = (
    r"(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[ T] ?(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
    r"\s?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_EVERY = r"(?:every\s+)?(?P<count>[0-9]{1,3})?\s*(?P<unit>day|week|month|quarter|year)s?"
_RRULE = r"(?:RRULE:)?[A-Za-z-]+=[^;=\s]+(?:;[A-Za-z-]+=[^;=\s]+)*;?"

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAMES: dict[str, Weekday] = {
    **dict(zip(_FULL, WEEKDAYS, strict=True)),
    **{short: short for short in WEEKDAYS},
    "tues": "tue",
    "thur": "thu",
    "thurs": "thu",
    **{
        f"{week}{day}": short
        for week in ("週", "周", "星期", "禮拜", "礼拜")
        for days in ("一二三四五六日", "一二三四五六天")
        for day, short in zip(days, WEEKDAYS, strict=True)
    },
}


class Every(NamedTuple):
    """How often something comes back: every 2 weeks."""

    interval: int
    unit: Literal["day", "week", "month", "year"]

    def __str__(self) -> str:
        return self.unit if self.interval == 1 else f"{self.interval} {self.unit}s"


class HourSpan(NamedTuple):
    """From one time of day to another, perhaps over midnight; the end is not part of it."""

    start: time
    end: time

    def covers(self, clock: time) -> bool:
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def day_of(moment: date) -> date:
    """The day of a date or of a date-time."""
    return moment.date() if isinstance(moment, datetime) else moment


def _impossible(value: object, why: str) -> Exception:
    return refusal("impossible_date", "“{value}” does not exist: no such {why}", value, why=why)


def _day_in(text: str, whole: str) -> date:
    year, month, day = map(int, text.split("-"))
    if year not in YEARS:
        raise _impossible(whole, "year")
    try:
        return date(year, month, day)
    except ValueError:
        raise _impossible(whole, "day") from None


def _clock_in(text: str, whole: str) -> time:
    match = re.fullmatch(_CLOCK, text)
    if match is None:
        raise refusal("clock_shape", "“{value}” is not a time of day such as 20:00", whole)
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError:
        raise _impossible(whole, "time") from None


def _moment(value: Any) -> date:
    """Read a date or a date-time, naive unless an offset is written."""
    if isinstance(value, date):
        return value
    match = re.fullmatch(_MOMENT, value.strip()) if value.__class__ is str else None
    if match is None:
        raise refusal("date_shape", "“{value}” is not a date such as 2026-11-25", value)
    day = _day_in(match["day"], value)
    if match["clock"] is None:
        return day
    wall = datetime.combine(day, _clock_in(match["clock"], value))
    if match["offset"] is None:
        return wall
    try:
        return wall.replace(tzinfo=datetime.strptime(match["offset"], "%z").tzinfo)
    except ValueError:
        raise _impossible(value, "offset") from None


def _wall_time(value: Any) -> datetime:
    # Nearly every post is written this way; the general road takes ten times as long.
    if value.__class__ is str and len(value) == 16 and value[4] == value[7] == "-":
        try:
            wall = datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            if wall.year in YEARS and value[10] in " T" and wall.tzinfo is None:
                return wall
    if value.__class__ is str and not re.fullmatch(_MOMENT, value.strip()):
        raise refusal("date_shape", "“{value}” is not a date-time such as 2026-11-25 20:00", value)
    moment = _moment(value)
    if not isinstance(moment, datetime):
        raise refusal("time_missing", "“{value}” needs a time too, such as 2026-11-25 20:00", value)
    return moment


def _day(value: Any) -> date:
    if isinstance(value, date):
        return day_of(value)
    text = value.strip() if value.__class__ is str else ""
    if not re.fullmatch(_DAY, text):
        raise refusal("date_shape", "“{value}” is not a date such as 2026-11-25", value)
    return _day_in(text, text)


def _clock(value: Any) -> time:
    return value if isinstance(value, time) else _clock_in(str(value).strip(), str(value))


def _weekday(value: Any) -> Weekday:
    name = _DAY_NAMES.get(value.strip().casefold()) if value.__class__ is str else None
    if name is None:
        raise refusal("day_name", "“{value}” is not a day of the week; write mon to sun", value)
    return name


def _review_day(value: Any) -> int | Weekday:
    text = str(value).strip()
    if value.__class__ is not bool and text.isascii() and text.isdigit():
        if len(text) <= 2 and 1 <= int(text) <= 31:
            return int(text)
        raise _impossible(value, "day")
    return _weekday(value)


def _every(value: Any) -> Every:
    if isinstance(value, Every):
        return value
    text = value.strip().casefold() if value.__class__ is str else ""
    match = re.fullmatch(_EVERY, text)
    count = int(match["count"] or 1) if match else 0
    if match is None or not count:
        raise refusal("every_shape", "“{value}” is not a rhythm such as week or 2 weeks", value)
    return Every(count * 3, "month") if match["unit"] == "quarter" else Every(count, match["unit"])  # type: ignore[arg-type]


def _hour_span(value: Any) -> HourSpan:
    if isinstance(value, HourSpan):
        return value
    start, dash, end = str(value).replace("–", "-").partition("-")
    if not dash:
        raise refusal("hours_shape", "“{value}” is not a span of hours such as 22:00-08:00", value)
    end = "0:00" if end.strip() == "24:00" else end.strip()
    return HourSpan(_clock_in(start.strip(), str(value)), _clock_in(end, str(value)))


def _rrule(value: Any) -> str:
    text = value.strip() if value.__class__ is str else ""
    if not re.fullmatch(_RRULE, text) or "FREQ=" not in text.upper():
        raise refusal("rrule_shape", "“{value}” is not a rule such as FREQ=WEEKLY;BYDAY=WE", value)
    return str(text)


_DAY_PATTERN = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_CLOCK_PATTERN = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"
_OFFSET_PATTERN = "( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?"


def _text(pattern: str, example: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{pattern}$", "examples": [example]}


WallTime = Annotated[
    datetime,
    Parsed(
        _wall_time,
        _text(f"{_DAY_PATTERN}[ T] ?{_CLOCK_PATTERN}{_OFFSET_PATTERN}", "2026-11-25 20:00"),
    ),
]
"""A date-time: naive where it is the account's own, aware where an offset is written."""

Moment = Annotated[
    date,
    Parsed(
        _moment,
        _text(f"{_DAY_PATTERN}([ T] ?{_CLOCK_PATTERN}{_OFFSET_PATTERN})?", "2026-11-25"),
    ),
]
"""A date, or a date-time where the hour matters."""

Day = Annotated[date, Parsed(_day, _text(_DAY_PATTERN, "2026-11-25"))]
ClockTime = Annotated[time, Parsed(_clock, _text(_CLOCK_PATTERN, "20:00"))]
DayName = Annotated[
    Weekday,
    Parsed(
        _weekday,
        {
            "anyOf": [
                {"enum": list(WEEKDAYS)},
                {"enum": [name for name in _DAY_NAMES if name not in WEEKDAYS]},
                {"type": "string", "pattern": "^[A-Z][A-Za-z]{2,8}$"},
            ]
        },
    ),
]
ReviewDay = Annotated[
    int | Weekday,
    Parsed(
        _review_day,
        {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 31}, {"enum": list(_DAY_NAMES)}]},
    ),
]
Rhythm = Annotated[
    Every,
    Parsed(_every, _text("(every )?[0-9]{0,3} ?(day|week|month|quarter|year)s?", "2 weeks")),
]
QuietHours = Annotated[
    HourSpan, Parsed(_hour_span, _text(f"{_CLOCK_PATTERN} ?[-–] ?{_CLOCK_PATTERN}", "22:00-08:00"))
]
Rrule = Annotated[str, Parsed(_rrule, _text("(RRULE:)?[A-Za-z-]+=.+", "FREQ=WEEKLY;BYDAY=WE,FR"))]
