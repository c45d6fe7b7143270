"""The rule sober-day-promotion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.occasions import named_days
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import each_post, unpublished
from socialplan.rules.naming import called
from socialplan.rules.schedule.blackouts import blackout_on
from socialplan.rules.schedule.promoting import promotion_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.occasions import Occasion
    from socialplan.plan import Plan


@rule(
    "SCH171",
    Severity.WARNING,
    message="“{post}” promotes (“{found}”) on {day}, {occasion}",
    help="Move the offer to another day, or let the post be about the day.",
    source="The market's days of mourning and remembrance, by law, notice or custom",
    bad={
        "en": """
            posts:
              - title: Long weekend
                at: 2027-02-28 12:00
                text: Two cakes, 20% off all day.  # <-
        """,
        "zh-TW": """
            posts:
              - title: 連假營業
                at: 2027-02-28 12:00
                text: 今天不休息，全店 85 折！  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 年末回馈
                at: 2026-12-13 12:00
                text: 第二杯半价，全天都有！  # <-
        """,
    },
    good={
        "en": """
            posts:
              - title: Long weekend
                at: 2027-02-28 12:00
                text: We are open from nine to six, as on Sundays.
        """,
        "zh-TW": """
            posts:
              - title: 連假營業
                at: 2027-02-28 12:00
                text: 今天不休息，九點到六點。
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - title: 年末回馈
                at: 2026-12-13 12:00
                text: 今天照常营业，九点到六点。
        """,
    },
)
def sober_day_promotion(plan: Plan, today: date) -> Iterator[Problem]:
    """On a day of mourning a cheerful offer hurts people, and the screenshots stay."""
    if not plan.brand.market:
        return
    coming = [one for one in unpublished(plan) if one.at is not None and one.at.date() >= today]
    sober = _sober_days(plan.brand.market, {one.at.year for one in coming if one.at})
    on_them = [one for one in coming if one.at and one.at.date() in sober]
    for one in each_post(on_them):
        day = one.at.date() if one.at else today
        promotion = promotion_in(one)
        if promotion is None or blackout_on(plan, day) is not None:
            continue
        occasion = sober[day]
        words = {"post": called(one), "found": promotion.said, "day": day}
        words |= {"occasion": occasion.names}
        yield Problem(
            promotion.path,
            words,
            within=promotion.within,
            confidence=occasion.confidence,
            source=occasion.source,
        )


def _sober_days(market: str, years: set[int]) -> dict[date, Occasion]:
    return {
        one.first: one for year in years for one in named_days(market, year) if one.tone == "sober"
    }
