"""The rule unknown-market."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

_CALLED = {
    **dict.fromkeys(("roc", "r.o.c.", "中華民國", "中华民国"), "TW"),
    **dict.fromkeys(("china", "prc", "中国", "中國", "大陆", "大陸", "内地", "內地"), "CN"),
    **dict.fromkeys(("usa", "america"), "US"),
    **dict.fromkeys(("great britain", "britain", "england", "scotland", "wales"), "GB"),
    "macau": "MO",
}
"""What people say beside the names of the facts."""

ALIKE = 0.85
"""How alike a slip is at least: Hongkong, but not Thailand for Taiwan."""


@rule(
    "PLN208",
    Severity.ERROR,
    message="“{market}” is no code of a market",
    help="Write the two letters of ISO 3166: TW (Taiwan), CN (mainland China), HK, JP, US …",
    source="ISO 3166-1",
    fix=Safety.UNSAFE,
    bad="""
        brand:
          name: Little Bear
          market: Taiwan  # <-
    """,
    good="""
        brand:
          name: Little Bear
          market: TW
    """,
)
def unknown_market(plan: Plan) -> Iterator[Problem]:
    """The market gives language, time zone, holidays and wording law; an unknown one gives none."""
    market = plan.brand.market
    if market and facts.market(market) is None:
        path, meant = ("brand", "market"), _meant(market)
        fix = instead(path, market, meant)
        yield Problem(path, {"market": market}, suggestion=meant, fix=fix)


def _meant(written: str) -> str | None:
    """Take names as they are, and slips only for our own markets: other guesses are other lands."""
    slip = written.strip().casefold().replace("臺", "台")
    names = {
        name.casefold(): code
        for code in facts.MARKETS
        if (known := facts.market(code)) is not None
        for name in known.names.values()
    }
    named = (names | _CALLED).get(slip) or facts.market_named(slip)
    near = get_close_matches(slip, names, n=1, cutoff=ALIKE)
    return named or (names[near[0]] if near else None)
