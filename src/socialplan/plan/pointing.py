"""The shapes of fields that name something, which an editor says, and offers where it can.

What the plan defines itself no schema can know: any text passes. Of what is known outside the plan,
a platform must be among its names, and a market is a country; of the rest the account's platform
decides, or people have names of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialplan import facts
from socialplan.plan.shapes import TEXT, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    JsonSchema = dict[str, Any]


_DEFINED = {
    "account": ("AccountId", "The id of one of the plan's accounts."),
    "campaign": ("CampaignId", "The id of one of the plan's campaigns."),
    "challenge": ("ChallengeId", "The id, or the exact text, of a persona's challenge."),
    "goal": ("GoalId", "The id of one of the plan's goals."),
    "hashtag_set": ("HashtagSet", "The name of one of the plan's hashtag_sets."),
    "persona": ("PersonaId", "The id of one of the plan's personas."),
    "person": ("PersonId", "The id of somebody of the plan's team."),
    "pillar": ("PillarId", "The id of one of the plan's pillars."),
    "segment": ("SegmentId", "The id of one of the plan's segments."),
}


def shape_of(kind: str) -> JsonSchema:
    """The shape of a name of that kind."""
    if kind in _DEFINED:
        return shape(*_DEFINED[kind], dict(TEXT))
    return _KNOWN[kind]()


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


_KNOWN: dict[str, Callable[[], JsonSchema]] = {
    "platform": _platform,
    "market": _market,
    "metric": _metric,
    "format": _format,
    "tier": _tier,
    "subscription": _price_plan,
}
