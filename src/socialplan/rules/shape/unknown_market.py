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
    **dict.fromkeys(("china", "prc", "中国", "中國", "大陆", "大陸", "内地", "內地"), "CN"),
    **dict.fromkeys(("usa", "america"), "US"),
    "macau": "MO",
}
"""What people say beside the names of the facts."""


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
    names = {
        name.casefold(): code
        for code in facts.MARKETS
        if (known := facts.market(code)) is not None
        for name in (code, *known.names.values())
    }
    slip = written.casefold().replace("臺", "台")
    near = get_close_matches(slip, names | _CALLED, n=1)
    return (names | _CALLED)[near[0]] if near else None
