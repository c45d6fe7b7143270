"""The shapes of names that are known outside a plan, so that an editor can offer them.

A platform must be among its names, and a market is a country. Of the rest the account's platform
decides, or people have names of their own, which no schema can know: any other text passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialplan import facts
from socialplan.plan.shapes import TEXT, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    JsonSchema = dict[str, Any]


def shape_of(kind: str) -> JsonSchema | None:
    """The shape of a name of that kind; None where the plan itself defines what is named."""
    make = _SHAPES.get(kind)
    return make() if make is not None else None


def _shape(name: str, description: str, known: Iterable[str], *more: JsonSchema) -> JsonSchema:
    return shape(name, description, {"enum": list(known)}, *more)


def _platform() -> JsonSchema:
    return _shape("Platform", "A platform by its slug, or other.", [*facts.PLATFORMS, "other"])


def _market() -> JsonSchema:
    any_country = {"type": "string", "pattern": "^([A-Za-z]{2})?$"}
    return _shape("Market", "A country or region, by ISO 3166: TW.", facts.MARKETS, any_country)


def _metric() -> JsonSchema:
    return _shape("Metric", "A metric of the catalogue.", facts.metric_ids(), dict(TEXT))


def _format() -> JsonSchema:
    names = _of_platforms(lambda pack: pack.formats)
    return _shape("Format", "A format of the account's platform.", names, dict(TEXT))


def _tier() -> JsonSchema:
    names = _of_platforms(lambda pack: pack.tiers)
    return _shape("Tier", "A tier of the account's platform.", names, dict(TEXT))


def _price_plan() -> JsonSchema:
    names = _of_platforms(lambda pack: pack.price_plans)
    return _shape("PricePlan", "A price plan of the account's platform.", names, dict(TEXT))


def _of_platforms(names: Callable[[facts.Platform], Iterable[str]]) -> Iterable[str]:
    """What the platforms call something, each name once."""
    packs = (facts.platform(slug) for slug in facts.PLATFORMS)
    return dict.fromkeys(name for pack in packs if pack for name in names(pack))


_SHAPES: dict[str, Callable[[], JsonSchema]] = {
    "platform": _platform,
    "market": _market,
    "metric": _metric,
    "format": _format,
    "tier": _tier,
    "subscription": _price_plan,
}
