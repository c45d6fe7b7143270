"""The days by which a goal is to be reached."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from socialplan.goal_words import (
    calendar,
    times_in_chinese,
    times_in_english,
    times_in_figures,
)
from socialplan.goal_words.meaning import Aside, Deadline
from socialplan.goal_words.times import Time
from socialplan.goal_words.vocabulary import Words, listed, section, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words.statement import Statement
    from socialplan.goal_words.times import Seen

_READERS = (*times_in_figures.READERS, *times_in_chinese.READERS, *times_in_english.READERS)


def deadlines_in(statement: Statement, seen: Seen) -> list[Deadline | Aside]:
    """All times, taken out of the statement; a day to compare with is an aside."""
    text = statement.text
    found: list[Deadline | Aside] = []
    for reader in _READERS:
        found += (
            _deadline(statement, _trimmed(text, time))
            for time in reader.times(text, seen)
            if statement.is_free(time.start, time.end)
        )
    # 雙11 is a deadline only where the text says so; else it is merely a name.
    found += (
        _deadline(statement, time)
        for time in _occasions_in(text, seen)
        if statement.is_free(time.start, time.end) and _is_marked(text, time)
    )
    return _in_their_years(statement, sorted(found, key=lambda one: one.start))


def _in_their_years(statement: Statement, found: list[Deadline | Aside]) -> list[Deadline | Aside]:
    """Join 明年 with the 12/31 or the 618 that follows it."""
    joined: list[Deadline | Aside] = []
    for one in found:
        both = _joined(statement, joined[-1], one) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], one]
    return joined


def _joined(statement: Statement, year: Deadline | Aside, one: Deadline | Aside) -> Deadline | None:
    if not isinstance(year, Deadline) or not isinstance(one, Deadline) or not year.day:
        return None
    between = statement.written[year.end : one.start]
    is_year = year.text.endswith("年") and not between.strip(" 的")
    days = is_year and one.day and calendar.exact(year.day.year, one.day.month, one.day.day)
    if not days or one.first is None or one.last is None or (one.last - one.first).days > 1:
        return None
    text = statement.written[year.start : one.end]
    return Deadline(year.start, one.end, text, days.day, days.first, days.last, True)


def _deadline(statement: Statement, time: Time) -> Deadline | Aside:
    text = statement.text
    phrase = statement.phrase(time.start, time.end)
    after = words("deadlines", "after").after(text, time.end)
    statement.take(time.start, after.end if after else time.end)
    if words("deadlines", "since").before(text, time.start):
        return Aside(phrase.start, phrase.end, phrase.text, "date")
    first, last, day = time.days or (None, None, None)
    sure = time.is_deadline or _is_marked(text, time)
    return Deadline(phrase.start, phrase.end, phrase.text, day, first, last, sure)


def _is_marked(text: str, time: Time) -> bool:
    before, after = words("deadlines", "before"), words("deadlines", "after")
    return bool(before.before(text, time.start) or after.after(text, time.end))


def _trimmed(text: str, time: Time) -> Time:
    """Spaces and small words at the edges are no part of the time."""
    start, end = time.start, time.end
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return time._replace(start=start, end=end)


def _occasions_in(text: str, seen: Seen) -> Iterator[Time]:
    for met in _occasions().all(text):
        month, day = map(int, met.meaning.split("-"))
        year = seen.year_of(month, day)
        yield Time(met.start, met.end, calendar.exact(year, month, day) if year else None, False)


@cache
def _occasions() -> Words[str]:
    data = section("deadlines")["occasions"]
    return Words({word: day for day, names in data.items() for word in listed(names)})
