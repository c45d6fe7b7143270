"""Promotions with prizes, and the questions that their market and platforms ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts import lexicons
from socialplan.facts.markets import market
from socialplan.finding import Problem, Severity
from socialplan.folding import fold
from socialplan.plan.publications import publications_of
from socialplan.rules.wording.hits import cited
from socialplan.rules.wording.patterns import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts.lexicons import Check
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.figures import Money
    from socialplan.plan.interaction import Interaction, Terms

_WHOLE = ("interaction", "terms")
"""What is missing in a mapping is said at its key."""

DRAWN = ("lottery", "wheel")
"""Kinds of interaction in which chance decides who wins."""

_OPEN = ("draft", "in_review", "approved", "scheduled")
_DRAWING = ("draw_date", "draw_time", "draw_method")
_PRIZES = ("prize_name", "prizes", "prize_value", "prize_kind", "prize_quantity")


class Draw(NamedTuple):
    """A post's interaction, seen as a promotion."""

    post: int
    """The number of the post."""
    interaction: Interaction
    platforms: frozenset[str]
    words: str
    """What readers see of the post, folded."""

    @property
    def path(self) -> PlanPath:
        return ("posts", self.post, "interaction")

    @property
    def terms(self) -> Terms | None:
        return self.interaction.terms

    @property
    def by_chance(self) -> bool:
        """Whether chance decides who wins."""
        return self.interaction.kind in DRAWN or self.gives(*_DRAWING)

    @property
    def with_prizes(self) -> bool:
        return self.by_chance or self.gives(*_PRIZES)

    def gives(self, *fields: str) -> bool:
        """Say whether the terms hold one of these fields."""
        return any(is_given(getattr(self.terms, field, None)) for field in fields)

    def lacks(self, field: str) -> bool:
        """Say whether neither a field nor one that says as much is there."""
        return not self.gives(field, *lexicons.promotions()["given_by"].get(field, ()))

    def says(self, topic: str) -> bool:
        """Say whether the copy speaks of `release` or `taxes`."""
        return matcher(lexicons.promotions()[topic]).search(self.words) is not None


class Prize(NamedTuple):
    """What one prize is worth, and where that stands."""

    value: Money
    path: PlanPath


def draws(plan: Plan) -> Sequence[Draw]:
    """The interactions of posts that are still to be published; an idea may well be vague."""
    return plan.once(_draws)


def asked(plan: Plan, kind: str, draw: Draw) -> Iterator[Check]:
    """The checks of a kind that the plan's market and the post's platforms ask for."""
    code = _code(plan)
    for check in lexicons.checks():
        if check.kind != kind or (check.platforms and not check.platforms & draw.platforms):
            continue
        if check.market in (None, code):
            yield check


def terms_check(plan: Plan, draw: Draw) -> Check:
    """Which fields the market requires; else the platform, else what is said everywhere."""
    *_, general = found = list(asked(plan, "terms", draw))
    return next((one for one in found if one.market), general)


def check_for(plan: Plan, draw: Draw, field: str) -> Check:
    """Who asks for one field, or one that says as much: the market, else the platform, …"""
    alike = {field, *lexicons.promotions()["given_by"].get(field, ())}
    asking = [one for one in asked(plan, "terms", draw) if alike & {*one.values["required"]}]
    return next((one for one in asking if one.market), asking[-1])


def say(check: Check, path: PlanPath, draw: Draw | None = None, **words: object) -> Problem:
    """Name the article; where the full rules stand on a page, it is only a hint to look there."""
    on_a_page = draw is not None and draw.terms is not None and draw.terms.url
    return Problem(
        path,
        {**cited(check.citation), **words},
        on_key=path[-1] in _WHOLE,
        severity=Severity.INFO if on_a_page else check.severity,
        confidence=check.citation.confidence,
        source=check.citation.reference,
    )


def is_given(value: Any) -> bool:
    """Say whether a field holds something; what is denied is not given."""
    return value is not False and value not in (None, "", ())


def prizes(draw: Draw) -> Iterator[Prize]:
    """Every worth that the terms give."""
    if draw.terms is None:
        return
    at = (*draw.path, "terms")
    if draw.terms.prize_value is not None:
        yield Prize(draw.terms.prize_value, (*at, "prize_value"))
    for i, prize in enumerate(draw.terms.prizes):
        if prize.value is not None:
            yield Prize(prize.value, (*at, "prizes", i, "value"))


def amount_in(plan: Plan, money: Money | None, currency: str) -> float | None:
    """The amount, if it is in that currency; a plan's bare numbers are in its market's."""
    known = market(plan.brand.market) if plan.brand.market else None
    own = known.currency if known else None
    return money.amount if money is not None and (money.currency or own) == currency else None


def shown(amount: float) -> str:
    """Write a sum so that nobody has to count its zeros."""
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def _code(plan: Plan) -> str | None:
    known = market(plan.brand.market) if plan.brand.market else None
    return known.code if known else None


def _draws(plan: Plan) -> list[Draw]:
    return list(_found(plan))


def _found(plan: Plan) -> Iterator[Draw]:
    for i, post in enumerate(plan.posts):
        if post.interaction is None:
            continue
        going_out = [one for one in publications_of(plan, i) if one.status in _OPEN]
        if going_out:
            platforms = frozenset(one.platform for one in going_out if one.platform)
            said = dict.fromkeys(said.text for one in going_out for said in one.texts)
            yield Draw(i, post.interaction, platforms, fold("\n".join(said)).text)
