"""Platforms beside each other, and the limits of one: what is known, from where, since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from socialplan.facts.fact import Fact
    from socialplan.facts.limits import Limit
    from socialplan.facts.platforms import Audience, Platform, PricePlan

_HOST = re.compile(r"https?://(?:www\.)?([^/]+)")
_REPOSITORY = re.compile(r"github:([^ ]+)")
WORLD = "world"


@dataclass(frozen=True)
class Cited:
    """Where a figure comes from, short enough for a table."""

    source: str
    """A host or a repository; empty where none is known."""
    as_of: str
    confidence: str


@dataclass(frozen=True)
class Users:
    """Active people on a platform in a market."""

    count: int
    market: str
    cited: Cited


@dataclass(frozen=True)
class Ages:
    """A range of ages."""

    ages: str
    share: float | None
    share_of: str
    """people: of the people of that age, the share that uses the platform; users: of its users,
    the share of that age; empty where no share is known."""
    market: str
    cited: Cited


@dataclass(frozen=True)
class PlatformRow:
    """One platform of the comparison."""

    slug: str
    name: str
    users: Users | None
    ages: tuple[Ages, ...]
    suits: tuple[str, ...]
    """What it is good for; an opinion of the editors."""
    blocked_in: tuple[str, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Platforms in rows; figures of the market, else of the world; without a market, of any."""

    market: str | None
    platforms: tuple[PlatformRow, ...]


@dataclass(frozen=True)
class LimitRow:
    """One limit of a field; `kept` tells a limit from advice and folds."""

    field: str
    least: float | None
    most: float | None
    allowed: tuple[str, ...]
    unit: str
    surface: str | None
    tier: str | None
    region: str | None
    kind: str
    """limit, advice or fold."""
    cited: Cited


@dataclass(frozen=True)
class FormatLimits:
    """The limits of a format."""

    id: str
    name: str
    media_required: bool | None
    links_clickable: bool | str | None
    limits: tuple[LimitRow, ...]


@dataclass(frozen=True)
class PriceRow:
    """A price plan; extra messages cost from `extra[0]` to `extra[1]` each, if they exist."""

    id: str
    name: str
    market: str
    fee: float
    currency: str
    messages: int
    extra: tuple[float | None, ...]
    before_tax: bool
    """Whether tax is known to be added."""
    cited: Cited


@dataclass(frozen=True)
class LimitsView:
    """All that is known of one platform."""

    market: str | None
    platform: PlatformRow
    reviewed: str
    formats: tuple[FormatLimits, ...]
    prices: tuple[PriceRow, ...]
    schedules_itself: bool | None
    """Whether the platform has a scheduler of its own; None where nobody knows."""
    facts: tuple[FactRow, ...]


@dataclass(frozen=True)
class FactRow:
    """A fact as it was read."""

    id: str
    value: object
    unit: str
    note: str
    cited: Cited


def comparison(slugs: Iterable[str], market: str | None, language: str) -> ComparisonView:
    """Compare platforms for a market."""
    packs = [facts.platform(slug) for slug in slugs]
    return ComparisonView(market, tuple(row_of(pack, market, language) for pack in packs if pack))


def limits(slug: str, market: str | None, language: str) -> LimitsView:
    """Lay out one platform."""
    pack = facts.platform(slug)
    assert pack is not None, slug
    return LimitsView(
        market=market,
        platform=row_of(pack, market, language),
        reviewed=pack.reviewed,
        formats=tuple(
            FormatLimits(
                id=form.id,
                name=form.names.get(language, form.id),
                media_required=form.media.required,
                links_clickable=form.links.clickable,
                limits=tuple(_limit(one) for some in form.all_limits.values() for one in some),
            )
            for form in pack.formats.values()
        ),
        prices=tuple(_price(one) for one in _prices(pack, market)),
        schedules_itself=pack.schedule.native,
        facts=tuple(
            FactRow(one.id, one.value, one.unit, one.note, cited(one))
            for one in pack.facts.values()
        ),
    )


def cited(fact: Fact) -> Cited:
    """Shorten a fact's source to its host or repository."""
    source = fact.source or ""
    for pattern in (_HOST, _REPOSITORY):
        if found := pattern.match(source):
            source = found[1]
            break
    return Cited(source, fact.as_of, str(fact.confidence))


def row_of(pack: Platform, market: str | None, language: str) -> PlatformRow:
    """Say who uses a platform, and what it suits."""
    known = _of_market(pack.audience, market)
    return PlatformRow(
        slug=pack.slug,
        name=pack.names.get(language, pack.slug),
        users=_users(known),
        ages=tuple(_ages(known)),
        suits=tuple(pack.approaches.get(language, ())),
        blocked_in=tuple(pack.blocked_in),
    )


def _of_market(audience: Iterable[Audience], market: str | None) -> list[Audience]:
    """Leave out what is of other markets: people elsewhere are no measure of people here."""
    if market is None:
        return list(audience)
    here = [one for one in audience if one.market in (market, WORLD)]
    return sorted(here, key=lambda one: one.market != market)


def _of_first_market(audience: Iterable[Audience], *measures: str) -> list[Audience]:
    """Take what is measured so, of the first market of which it is."""
    found = [one for one in audience if one.measure in measures]
    return [one for one in found if one.market == found[0].market]


def _users(audience: Iterable[Audience]) -> Users | None:
    """Take the newest count."""
    counts = _of_first_market(audience, "active_users")
    if not counts:
        return None
    newest = max(counts, key=lambda one: one.fact.as_of)
    return Users(int(newest.value), newest.market, cited(newest.fact))


_SHARES = {"age_usage": "people", "age_share": "users"}


def _ages(audience: Sequence[Audience]) -> list[Ages]:
    """Take the shares of ages; ranges without a share only where there is nothing better."""
    shares = [
        Ages(one.ages or "", float(one.value), _SHARES[one.measure], one.market, cited(one.fact))
        for one in _of_first_market(audience, *_SHARES)
    ]
    return shares or [
        Ages(one.ages or "", None, "", one.market, cited(one.fact))
        for one in _of_first_market(audience, "ages", "peak_ages")
    ]


def _limit(one: Limit) -> LimitRow:
    kind = "fold" if one.fold else "advice" if one.soft else "limit"
    return LimitRow(
        field=one.field,
        least=one.min,
        most=one.max,
        allowed=tuple(str(value) for value in one.allowed),
        unit=one.count,
        surface=one.surface,
        tier=one.tier,
        region=one.region,
        kind=kind,
        cited=cited(one.fact),
    )


def _prices(pack: Platform, market: str | None) -> list[PricePlan]:
    plans = list(pack.price_plans.values())
    return [one for one in plans if one.market == market] or plans


def _price(one: PricePlan) -> PriceRow:
    return PriceRow(
        id=one.id,
        name=one.name,
        market=one.market,
        fee=one.fee,
        currency=one.currency,
        messages=one.messages,
        extra=tuple(one.extra or ()),
        before_tax=one.before_tax,
        cited=cited(one.fact),
    )
