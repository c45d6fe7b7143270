"""What is meant by a day that is no date: `12/2 20:00`, `Q4`, `2026-12-04 TBD`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from socialplan.loading import takes
from socialplan.loading.meaning import meant_between
from socialplan.translating import Term

if TYPE_CHECKING:
    from socialplan.finding import Problem
    from socialplan.goal_words import Deadline
    from socialplan.plan import Plan
    from socialplan.source import Source

_LAST_DAYS = ("due", "end", "expires", "to")
"""Where a whole quarter means its last day."""
_BY = re.compile(r"\s*(?:之?前|以前|by|before|until|the|of)?\s*", re.IGNORECASE)
_ANY_YEAR = (date(2024, 1, 1), date(2024, 12, 31))
"""A leap year, to see whether a text names a day of some year."""


def dated(said: Problem, plan: Plan, source: Source) -> Problem:
    """Propose the day that is meant, or else say what it lacks: its year, or a time."""
    value, path = str(said.words["value"]), source.existing(said.path)
    deadline = _deadline(plan, value) if said.path[-1] in _LAST_DAYS else None
    day = _in_period(plan, value)
    if day is None and deadline is not None and deadline.day is not None:
        day = deadline.day.isoformat()
    if day and takes(source, path, day):
        return replace(said, suggestion=day)
    lacks_year = (
        deadline.day is None if deadline else meant_between(value, *_ANY_YEAR, day_first=False)
    )
    needs_time = takes(source, path, "2026-11-25 20:00") and not takes(source, path, "2026-11-25")
    if lacks_year:
        expected = "expected-year-and-time" if needs_time else "expected-year"
        return replace(said, words={**said.words, "expected": Term(expected)})
    if needs_time:
        return replace(said, words={**said.words, "expected": Term("expected-time-missing")})
    return said


def _in_period(plan: Plan, value: str) -> str | None:
    """Take the year of 11/24 from the plan's period."""
    period = plan.period
    if period is None or period.start is None or period.end is None:
        return None
    day_first = not (plan.locale or "").startswith(("zh", "ja"))
    return meant_between(value, period.start, period.end, day_first=day_first)


def _deadline(plan: Plan, value: str) -> Deadline | None:
    """Read 2026 Q4 or 民國116年1月底前 as the text of a goal is read, if it says nothing else."""
    from socialplan.goal_words import read_goal

    start = plan.period.start if plan.period else None
    found = read_goal(value, start, plan.locale or "en").deadlines
    if len(found) != 1:
        return None
    rest = value[: found[0].start], value[found[0].end :]
    return found[0] if all(map(_BY.fullmatch, rest)) else None
