"""The rule weekday-disagrees-with-date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.times import WEEKDAYS
from socialplan.rule import Severity, rule
from socialplan.rules.copy.dated_words import dated, may_be_dated
from socialplan.rules.copy.words import haystack, words_to_come
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.rules.copy.dated_words import Dated

_YEAR = timedelta(days=365)
_BACK = timedelta(days=35)
"""Copy looks back on what was lately; else a date without a year is still to come."""


@rule(
    "TXT166",
    Severity.WARNING,
    message="“{said}” cannot be: {why}",
    help="Correct the date or the weekday, whichever is wrong.",
    source="The calendar; a date without a year is the next one after the post",
    bad={
        "en": """
            posts:
              - title: Jazz in the yard
                at: 2026-11-25 12:00
                text: "Friday, Dec 5, doors at seven"  # <-
        """,
        "zh-TW": """
            posts:
              - title: 巷口音樂會 12/5（五）  # <-
                at: 2026-11-25 12:00
        """,
        "zh-CN": """
            posts:
              - title: 12月5日星期五，巷口音乐会  # <-
                at: 2026-11-25 12:00
        """,
    },
    good={
        "en": """
            posts:
              - title: Jazz in the yard
                at: 2026-11-25 12:00
                text: "Saturday, Dec 5, doors at seven"
        """,
        "zh-TW": """
            posts:
              - title: 巷口音樂會 12/5（六）
                at: 2026-11-25 12:00
        """,
        "zh-CN": """
            posts:
              - title: 12月5日星期六，巷口音乐会
                at: 2026-11-25 12:00
        """,
    },
)
def weekday_disagrees_with_date(plan: Plan, today: date) -> Iterator[Problem]:
    """Half of the guests will come on the wrong day, and the other half will ask."""
    if not may_be_dated(haystack(plan)):
        return
    for path, text, at in words_to_come(plan, today):
        if may_be_dated(text):
            yield from _wrong(path, text, at.date() if at else None)


def _wrong(path: PlanPath, text: str, at: date | None) -> Iterator[Problem]:
    for said in dated(text):
        meant = _days(said, at)
        if meant and all(day.weekday() != said.weekday for day in meant):
            yield _say(path, said, meant[0])
        elif meant and at and said.week:
            week = _monday(at) + timedelta(weeks=said.week == "next")
            if all(_monday(day) != week for day in meant):
                yield _say(path, said, week + timedelta(days=said.weekday))


def _say(path: PlanPath, said: Dated, day: date) -> Problem:
    weekday = Term(f"weekday-{WEEKDAYS[day.weekday()]}")
    why = Phrase("date-has-weekday", {"day": day, "weekday": weekday})
    return Problem(path, {"said": said.said, "why": why}, within=said.within)


def _days(said: Dated, at: date | None) -> list[date]:
    """The days that the words can mean: with no year, the next, or one not long past."""
    if not said.days:
        return [at] if at else []
    found: list[date | None] = []
    for month, day in said.days:
        if said.year:
            found.append(_date(said.year, month, day))
        elif at:
            around = (_date(at.year + i, month, day) for i in (-1, 0, 1))
            found += [one for one in around if one and -_BACK <= one - at < _YEAR - _BACK]
    return [one for one in found if one is not None]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
