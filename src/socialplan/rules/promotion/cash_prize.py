"""The rule cash-prize."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.lexicons import promotions
from socialplan.folding import fold
from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import asked, draws, say
from socialplan.rules.wording.hits import hits
from socialplan.rules.wording.hits import say as say_hit
from socialplan.rules.wording.patterns import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.rules.promotion.draws import Draw


@rule(
    "PRO113",
    Severity.ERROR,
    message="“{found}” makes money the prize of a draw"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO113] -- reason` above the post.",
    source="Gambling Ordinance cap. 148, licence conditions",
    bad="""
        brand: {name: 小熊生活, market: HK}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: lottery
              terms:
                prize_kind: 現金  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: HK}
        posts:
          - at: 2026-12-01 20:00
            interaction:
              kind: lottery
              terms:
                prize_kind: 實物
    """,
)
def cash_prize(plan: Plan) -> Iterator[Problem]:
    """A draw for money counts as gambling, even if only its title speaks of cash."""
    said = set()
    for draw in draws(plan):
        for check in asked(plan, "cash", draw) if draw.by_chance else ():
            for path, found in _money(draw):
                said.add(path)
                yield say(check, path, found=found)
    for hit in hits(plan, "cash-prize"):
        if hit.path not in said:
            yield say_hit(hit)


def _money(draw: Draw) -> Iterator[tuple[PlanPath, str]]:
    """Where the terms call a prize money."""
    terms, at = draw.terms, (*draw.path, "terms")
    if terms is None:
        return
    kinds = [((*at, field), getattr(terms, field)) for field in ("prize_kind", "prize_name")]
    for i, prize in enumerate(terms.prizes):
        kinds += [((*at, "prizes", i, key), getattr(prize, key)) for key in ("kind", "name")]
    cash = matcher(promotions()["cash"])
    yield from ((path, text) for path, text in kinds if text and cash.search(fold(text).text))
    if terms.no_cash_prize is False:
        yield (*at, "no_cash_prize"), "no_cash_prize: false"
