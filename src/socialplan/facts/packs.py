"""From the YAML of a platform pack to its typed form."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from socialplan.facts.fact import Fact, facts_of, look_up
from socialplan.facts.limits import Limit, limits_of
from socialplan.facts.platforms import (
    Audience,
    BestTime,
    Billing,
    Block,
    Condition,
    Format,
    Handle,
    Links,
    Media,
    Platform,
    PricePlan,
    Promotions,
)
from socialplan.facts.schedules import schedule_of
from socialplan.facts.store import read
from socialplan.finding import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Facts = Mapping[str, Fact]
    Written = Mapping[str, Any]


def read_pack(slug: str) -> Platform:
    """Read the file of a pack that exists."""
    pack = read(f"platforms/{slug}.yaml")
    facts = facts_of(pack)
    best = pack.get("best_times", {})
    return Platform(
        slug=pack["slug"],
        names=pack["name"],
        reviewed=pack["reviewed"],
        regions=tuple(pack["regions"]),
        blocked_in={
            market: _block(market, entry, pack.get("sources", {}))
            for market, entry in pack["blocked_in"].items()
        },
        tiers=tuple(pack["tiers"]),
        surfaces=tuple(pack["surfaces"]),
        formats={
            name: _format(name, entry, pack, facts) for name, entry in pack["formats"].items()
        },
        member_limits=tuple(limits_of("members", pack.get("members", []), facts)),
        schedule=schedule_of(pack["schedule"], facts),
        billing=_billing(pack["billing"], facts) if "billing" in pack else None,
        price_plans={
            name: _price_plan(name, ref, facts) for name, ref in pack.get("price_plans", {}).items()
        },
        promotions=_promotions(pack.get("promotions", {}), facts),
        audience=tuple(_audience(entry, facts) for entry in pack.get("audience", ())),
        windows=tuple(_best_times(best, facts)),
        windows_disagree=best.get("disagree", False),
        approaches={
            language: tuple(lines)
            for language, lines in pack["approaches"].items()
            if language not in ("source", "as_of")
        },
        approaches_as_of=pack["approaches"]["as_of"],
        hashtag_form=pack.get("hashtag_form", "plain"),
        handle=_handle(pack.get("handle")),
        facts=facts,
    )


def _format(name: str, written: Written, pack: Written, facts: Facts) -> Format:
    return Format(
        id=name,
        names=written["name"],
        labels=written.get("labels", {}),
        media=_media(written.get("media", {}), facts),
        links=_links(written.get("links", pack.get("links", {})), facts),
        needs=tuple(written.get("needs", ())),
        all_limits=dict(_limits(written, facts)),
    )


def _limits(written: Written, facts: Facts) -> Iterator[tuple[str, tuple[Limit, ...]]]:
    for field, entries in written.get("limits", {}).items():
        yield field, tuple(limits_of(field, entries, facts))


def _media(written: Written, facts: Facts) -> Media:
    required = written.get("required", False)
    fact = None
    if isinstance(required, str):
        known = look_up(facts, required)
        required, fact = known.value, known.fact
    return Media(required, written.get("mix"), fact)


def _links(written: Written, facts: Facts) -> Links:
    if "fact" not in written:
        return Links(None, None)
    fact = facts[written["fact"]]
    return Links(written.get("clickable", fact.value), fact)


def _billing(written: Written, facts: Facts) -> Billing:
    rule = look_up(facts, written["rule"])
    types = look_up(facts, written["types"]).value if "types" in written else ()
    return Billing(written["unit"], rule.value, tuple(types), rule.fact)


def _price_plan(name: str, reference: str, facts: Facts) -> PricePlan:
    known = look_up(facts, reference)
    plan = known.value
    extra = plan.get("extra")
    return PricePlan(
        name,
        name.split("-", maxsplit=1)[0].upper(),
        plan["name"],
        plan["fee"],
        plan["currency"],
        plan["messages"],
        (extra["min"], extra["max"]) if extra else None,
        plan.get("before_tax", False),
        known.fact,
    )


def _promotions(written: Written, facts: Facts) -> Promotions:
    def conditions(kind: str) -> tuple[Condition, ...]:
        return tuple(Condition(name, facts[fact]) for name, fact in written.get(kind, {}).items())

    return Promotions(conditions("require"), conditions("forbid"), conditions("allow"))


def _audience(written: Written, facts: Facts) -> Audience:
    known = look_up(facts, written["value"])
    measure = written["measure"]
    value = known.value
    if measure.endswith(("_share", "_usage")):
        value = round(value / 100, 6)
    elif measure == "active_users":
        value = round(value * 1_000_000)
    return Audience(written["market"], measure, written.get("ages"), value, known.fact)


def _best_times(written: Written, facts: Facts) -> Iterator[BestTime]:
    if "fact" not in written:
        return
    fact = facts[written["fact"]]
    for entry in fact.value:
        start, end = time.fromisoformat(entry["from"]), time.fromisoformat(entry["to"])
        yield BestTime(tuple(entry["days"]), start, end, entry["study"], fact)


def _handle(written: Written | None) -> Handle | None:
    if not written:
        return None
    return Handle(
        written["pattern"],
        written["example"],
        Confidence(written["confidence"]),
        written["source"],
        written.get("note", ""),
    )


def _block(market: str, written: Written, sources: Written) -> Block:
    return Block(
        market,
        written["since"],
        sources.get(written["source"], written["source"]),
        written["as_of"],
        Confidence(written["confidence"]),
        written["note"],
    )
