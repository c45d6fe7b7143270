"""Days and times as people write them in a plan, and what they cannot mean."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, NamedTuple

from socialplan.plan.shapes import Parsed, refusal, shape, written

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
    if value.__class__ is str and len(value) == 16 and value[4] + value[7] + value[13] == "--:":
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
    start, dash, end = re.sub("[–~～]", "-", str(value)).partition("-")
    if not dash:
        raise refusal("hours_shape", "“{value}” is not a span of hours such as 22:00-08:00", value)
    end = "0:00" if end.strip() == "24:00" else end.strip()
    return HourSpan(_clock_in(start.strip(), str(value)), _clock_in(end, str(value)))


def _rrule(value: Any) -> str:
    text = value.strip() if value.__class__ is str else ""
    if not re.fullmatch(_RRULE, text) or "FREQ=" not in text.upper():
        raise refusal("rrule_shape", "“{value}” is not a rule such as FREQ=WEEKLY;BYDAY=WE", value)
    return str(text)


# What editors check is told by pattern alone: no 30 February, and months shorter than 31 days.
_ON = "(19[0-9]{2}|[2-8][0-9]{3})-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"
_AT = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_OFF = r"(\s?(Z|[+-]([01][0-9]|2[0-3]):?[0-5][0-9]))?"
_IN_CHINESE = "(週|周|星期|禮拜|礼拜)[一二三四五六日天]"
_IN_ENGLISH = "mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?"


def _any_case(pattern: str) -> str:
    """Write a pattern so that it takes capitals too; the patterns of JSON Schema have no flags."""
    return re.sub("[a-z]", lambda letter: f"[{letter[0].upper()}{letter[0]}]", pattern)


_DAY_NAME = shape(
    "Weekday",
    "A day of the week: mon to sun.",
    {"enum": list(WEEKDAYS)},
    written(f"{_any_case(_IN_ENGLISH)}|{_IN_CHINESE}", "週三", "周三"),
)

WallTime = Annotated[
    datetime,
    Parsed(
        _wall_time,
        shape(
            "DateTime",
            "A date and a time of day, at the account: 2026-11-25 20:00.",
            written(f"{_ON}[ T] ?{_AT}{_OFF}", "2026-11-25 20:00"),
        ),
    ),
]
"""A date-time: naive where it is the account's own, aware where an offset is written."""

Moment = Annotated[
    date,
    Parsed(
        _moment,
        shape(
            "DayOrTime",
            "A date, with or without a time of day: 2026-11-25 or 2026-11-25 20:00.",
            written(f"{_ON}([ T] ?{_AT}{_OFF})?", "2026-11-25", "2026-11-25 20:00"),
        ),
    ),
]
"""A date, or a date-time where the hour matters."""

Day = Annotated[date, Parsed(_day, shape("Day", "A date: 2026-11-25.", written(_ON, "2026-11-25")))]
ClockTime = Annotated[
    time,
    Parsed(
        _clock, shape("TimeOfDay", "A time of day, 0:00 to 23:59: 20:00.", written(_AT, "20:00"))
    ),
]
DayName = Annotated[Weekday, Parsed(_weekday, _DAY_NAME)]
ReviewDay = Annotated[
    int | Weekday,
    Parsed(
        _review_day,
        shape(
            "ReviewDay",
            "A day of the month, 1 to 31, or of the week, mon to sun.",
            {"type": "integer", "minimum": 1, "maximum": 31},
            written("0?[1-9]|[12][0-9]|3[01]", "1"),
            _DAY_NAME,
        ),
    ),
]
Rhythm = Annotated[
    Every,
    Parsed(
        _every,
        shape(
            "Rhythm",
            "How often: day, week, month, quarter or year, or several of them: 2 weeks.",
            written(
                f"({_any_case('every')}\\s+)?"
                r"((?!0+\s*[A-Za-z])[0-9]{1,3})?\s*" + _any_case("(day|week|month|quarter|year)s?"),
                "week",
                "2 weeks",
                "month",
            ),
        ),
    ),
]
QuietHours = Annotated[
    HourSpan,
    Parsed(
        _hour_span,
        shape(
            "HourSpan",
            "From one time of day to another, perhaps over midnight: 22:00-08:00.",
            written(rf"{_AT}\s*[-–~～]\s*({_AT}|24:00)", "22:00-08:00"),
        ),
    ),
]
Rrule = Annotated[
    str,
    Parsed(
        _rrule,
        shape(
            "Recurrence",
            "A recurrence rule of RFC 5545: FREQ=WEEKLY;BYDAY=WE,FR.",
            written(f"(?=.*{_any_case('freq=')}){_RRULE}", "FREQ=WEEKLY;BYDAY=WE,FR"),
        ),
    ),
]
