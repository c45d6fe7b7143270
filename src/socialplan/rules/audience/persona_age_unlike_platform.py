"""The rule persona-age-unlike-platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts import platform
from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Fact, Platform
    from socialplan.plan import Plan
    from socialplan.plan.figures import AgeRange

FAR = 15
"""Years between a persona and the ages that use a platform most, below which nothing is odd."""
OLDEST = 120
MAJORITY = 0.5


class _Band(NamedTuple):
    ages: str
    share: float
    fact: Fact


@rule(
    "AUD126",
    Severity.INFO,
    message="“{persona}” is {age}; in {market}, “{platform}” is used most at {ages} "
    "({share}, {date})",
    help="Check in the account's own numbers that these people are there.",
    source="Each platform has an audience of its own: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        brand: {name: Little Bear, market: TW}
        personas:
          - {id: joy, name: Joy, age: 60-70}
        accounts:
          - id: ig
            platform: instagram
            personas: [joy]  # <-
    """,
    good="""
        brand: {name: Little Bear, market: TW}
        personas:
          - {id: joy, name: Joy, age: 60-70}
        accounts:
          - id: ig
            platform: line-oa
            personas: [joy]
    """,
)
def persona_age_unlike_platform(plan: Plan) -> Iterator[Problem]:
    """The best post does not reach people who are somewhere else."""
    market = (plan.brand.market or "").upper()
    ages = {one.id: (i, one.age) for i, one in enumerate(plan.personas) if one.id and one.age}
    for i, account in enumerate(plan.accounts):
        pack = platform(account.platform) if account.platform and account.personas else None
        most = _most_used_at(pack, market) if pack else []
        for j, name in enumerate(account.personas):
            where, age = ages.get(name, (0, None))
            if age is None or not most or any(_years_apart(age, one) < FAR for one in most):
                continue
            top = max(most, key=lambda one: one.share)
            words = {
                "persona": plan.personas[where].name or name,
                "age": str(age),
                "market": market,
                "platform": account.platform,
                "ages": top.ages,
                "share": f"{top.share:.0%}",
                "date": top.fact.as_of,
            }
            yield Problem(
                ("accounts", i, "personas", j),
                words,
                confidence=top.fact.confidence,
                source=top.fact.source,
                related=(Related("defined-here", ("personas", where, "age")),),
            )


def _most_used_at(pack: Platform, market: str) -> list[_Band]:
    """The ages that stand out, where those are all that are known of; else the odds are open."""
    here = [one for one in pack.audience if one.market == market]
    usual = next((float(one.value) for one in here if one.measure == "usage_share"), 1.0)
    # How many of an age use it is held against how many of all do; of its users, half are most.
    needed = {"age_usage": usual, "age_share": MAJORITY}
    bands = [
        (one.measure, _Band(one.ages, float(one.value), one.fact))
        for one in here
        if one.measure in needed and one.ages
    ]
    if any(band.share <= needed[measure] for measure, band in bands):
        return []
    return [band for _, band in bands]


def _years_apart(age: AgeRange, band: _Band) -> int:
    low, _, high = band.ages.rstrip("+").partition("-")
    last = int(high) if high else OLDEST
    return max(age.low - last, int(low) - (age.high or OLDEST))
