"""The rule misdated-copy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.misdated_words import may_be_misdated, misdated
from socialplan.rules.copy.words import haystack, words_to_come
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.rules.copy.misdated_words import Misdated

_DAWN = 5
"""Who publishes before this hour may still speak of the day before as today."""


@rule(
    "TXT167",
    Severity.WARNING,
    message="“{said}” cannot be: {why}",
    help="Correct the date, or “tomorrow” and the like, whichever is wrong.",
    source="The calendar; today is the day on which the post goes out",
    bad={
        "en": """
            posts:
              - title: Jazz in the yard
                at: 2026-12-23 12:00
                text: "Tomorrow, Dec 25, doors at seven"  # <-
        """,
        "zh-TW": """
            posts:
              - title: 明天 12/25，巷口音樂會  # <-
                at: 2026-12-23 12:00
              - title: 優惠到 11/31 為止  # <-
                at: 2026-11-25 12:00
        """,
        "zh-CN": """
            posts:
              - title: 明天12月25日，巷口音乐会  # <-
                at: 2026-12-23 12:00
              - title: 2月30日开售  # <-
                at: 2026-12-23 12:00
        """,
    },
    good={
        "en": """
            posts:
              - title: Jazz in the yard
                at: 2026-12-23 12:00
                text: "Tomorrow, Dec 24, doors at seven"
        """,
        "zh-TW": """
            posts:
              - title: 明天 12/24，巷口音樂會
                at: 2026-12-23 12:00
              - title: 優惠到 11/30 為止
                at: 2026-11-25 12:00
        """,
        "zh-CN": """
            posts:
              - title: 明天12月24日，巷口音乐会
                at: 2026-12-23 12:00
              - title: 2月28日开售
                at: 2026-12-23 12:00
        """,
    },
)
def misdated_copy(plan: Plan, today: date) -> Iterator[Problem]:
    """Whoever comes tomorrow finds the door shut, and nobody can come on the 31st of November."""
    if not may_be_misdated(haystack(plan)):
        return
    for path, text, at in words_to_come(plan, today):
        if may_be_misdated(text):
            yield from _wrong(path, text, at)


def _wrong(path: PlanPath, text: str, at: datetime | None) -> Iterator[Problem]:
    for said in misdated(text):
        if not said.days:
            why = Phrase("date-does-not-exist", {})
        elif said.away is None or at is None or said.away in _days_away(said, at):
            continue
        else:
            meant = at.date() + timedelta(said.away)
            why = Phrase("date-is-another", {"at": at.date(), "day": meant})
        yield Problem(path, {"said": said.said, "why": why}, within=said.within)


def _days_away(said: Misdated, at: datetime) -> Iterator[int]:
    """How far the post is from each day that can be meant; until five it is still last night."""
    posted = [at.date(), *([at.date() - timedelta(1)] if at.hour < _DAWN else [])]
    for day in posted:
        years = (said.year,) if said.year else (day.year - 1, day.year, day.year + 1)
        for meant in (_date(year, *one) for year in years for one in said.days):
            if meant is not None:
                yield (meant - day).days


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
