"""The rule festival-date-wrong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Problem
from socialplan.occasions import named_days
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.due import unpublished
from socialplan.rules.copy.words import haystack, words_of
from socialplan.rules.schedule.festival_words import names_pattern, rough_pattern, sayings
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from socialplan.finding import PlanPath
    from socialplan.occasions import Occasion
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.schedule.festival_words import Saying

EARLY = timedelta(14)
"""How long before a festival people greet each other."""


class Festival(NamedTuple):
    """A festival of the market, and its days around those of the plan."""

    names: Mapping[str, str]
    days: tuple[date, ...]
    greet: timedelta


@rule(
    "SCH173",
    Severity.WARNING,
    message="{told}, but {festival} is on {day}",
    help="Correct the date in the copy, or move the post.",
    source="The market's festivals, by their own rules",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            posts:
              - title: Mother's Day (May 10)  # <-
                at: 2027-04-28 12:00
              - title: Merry Christmas
                at: 2026-12-25 09:00
        """,
        "zh-TW": """
            posts:
              - title: 冬天的早餐
                at: 2026-12-23 08:00
                text: 今天是冬至，來一碗桂圓燕麥。  # <-
              - title: 母親節（5/10）訂位開始  # <-
                at: 2027-04-28 12:00
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 父亲节快乐  # <-
                at: 2027-08-08 09:00
        """,
    },
    good={
        "en": """
            posts:
              - title: Mother's Day (May 9)
                at: 2027-04-28 12:00
              - title: Merry Christmas
                at: 2026-12-25 09:00
        """,
        "zh-TW": """
            posts:
              - title: 冬天的早餐
                at: 2026-12-22 08:00
                text: 今天是冬至，來一碗桂圓燕麥。
              - title: 母親節（5/9）訂位開始
                at: 2027-04-28 12:00
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 父亲节快乐
                at: 2027-06-20 09:00
        """,
    },
)
def festival_date_wrong(plan: Plan, today: date) -> Iterator[Problem]:
    """Copy kept from last year keeps last year's date, and another market's has another day."""
    if not plan.brand.market:
        return
    coming = [one for one in unpublished(plan) if one.at is not None and one.at.date() >= today]
    festivals = _festivals(plan.brand.market, {one.at.year for one in coming if one.at})
    rough = rough_pattern(festivals)
    if not festivals or not rough.search(haystack(plan)):
        return
    exact = names_pattern(festivals)
    by_name = {name.lower(): festival for name, festival in festivals.items()}
    said_of = set()
    for path, text, day in _texts(coming):
        years = (day.year - 1, day.year, day.year + 1)
        for saying in sayings(text, exact, years) if rough.search(text) else ():
            festival = by_name.get(saying.name)  # none for letters that only match as others
            if festival is None or _is_right(saying, festival, day):
                continue
            meant = _meant(festival, day)
            once = (path[:2], meant, saying.text if saying.kind == "date" else None)
            if once not in said_of:  # a post on the wrong day is moved once, whatever greets there
                said_of.add(once)
                told = Phrase(f"festival-{saying.kind}", {"said": saying.text, "at": day})
                words = {"told": told, "festival": festival.names, "day": meant}
                yield Problem(path, words, within=saying.within)


def _texts(coming: Sequence[Publication]) -> Iterator[tuple[PlanPath, str, date]]:
    """Give every text once, also where it goes out on several accounts."""
    seen: set[PlanPath] = set()
    for one in coming:
        for path, text in words_of(one) if one.at else ():
            if path not in seen and one.at:
                seen.add(path)
                yield path, text, one.at.date()


def _festivals(market: str, years: set[int]) -> dict[str, Festival]:
    """The market's festivals by each of their names."""
    if not years:
        return {}
    days: dict[str, list[Occasion]] = {}
    for year in range(min(years) - 1, max(years) + 2):
        for one in named_days(market, year):
            days.setdefault(one.id, []).append(one)
    return {
        name: Festival(some[0].names, tuple(one.first for one in some), timedelta(some[0].greet))
        for some in days.values()
        for name in (*some[0].names.values(), *some[0].also)
    }


def _is_right(saying: Saying, festival: Festival, day: date) -> bool:
    """Compare with the day that is meant; a written date may also mean the next one."""
    if saying.kind == "today":
        return day in festival.days
    if saying.kind == "greeting":
        return any(-EARLY <= day - one <= festival.greet for one in festival.days)
    coming = min((one for one in festival.days if one >= day), default=day)
    return not {_meant(festival, day), coming}.isdisjoint(saying.dates)


def _meant(festival: Festival, day: date) -> date:
    """The day of the festival that is nearest."""
    return min(festival.days, key=lambda one: abs((one - day).days))
