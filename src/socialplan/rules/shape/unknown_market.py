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


@rule(
    "PLN208",
    Severity.ERROR,
    message="there is no market “{market}”",
    help="Write the two letters of ISO 3166: TW, CN, HK, JP, US …",
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
    near = get_close_matches(written.casefold().replace("臺", "台"), names, n=1)
    return names[near[0]] if near else None
