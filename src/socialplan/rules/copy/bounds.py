"""The limits that hold for each publication, and how an excess is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from socialplan.counting import count
from socialplan.facts import platform
from socialplan.finding import Problem, Severity
from socialplan.rules.copy.due import unpublished
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from socialplan.facts import Fact, Format, Limit, Platform
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_BYTES_IN_MB = 1_000_000
_SECONDS_IN_A_DAY = 86_400


@dataclass(frozen=True, eq=False)
class Bounds:
    """What a platform says of a format, for an account's surface, tier and market."""

    platform: Platform
    format: Format
    limits: Mapping[str, Sequence[Limit]]
    """Those that bound something, by field."""
    folds: Mapping[str, Sequence[Limit]]


class Bounded(NamedTuple):
    """A publication and the limits that hold for it."""

    publication: Publication
    bounds: Bounds
    hashtags: tuple[str, ...]


class Excess(NamedTuple):
    """A limit, and what was measured beyond it."""

    limit: Limit
    measured: float
    bound: float
    """The maximum that is exceeded, or the minimum that is not reached."""


def bounded(plan: Plan) -> Sequence[Bounded]:
    """Unpublished publications whose platform and format are known."""
    return plan.once(_bounded)


def exceeded(limits: Iterable[Limit], measure: Callable[[Limit], float]) -> list[Excess]:
    """The limits that a measure exceeds or does not reach; the gravest of each unit."""
    gravest: dict[str, Excess] = {}
    for limit in limits:
        measured = measure(limit)
        bound = _broken(limit, measured)
        if bound is not None:
            found = Excess(limit, measured, bound)
            gravest[limit.count] = max(gravest.get(limit.count, found), found, key=_gravity)
    return list(gravest.values())


def exceeded_by(number: float, limits: Iterable[Limit]) -> list[Excess]:
    """The limits that one number exceeds or does not reach."""
    return exceeded(limits, lambda _: number)


def length_of(text: str) -> Callable[[Limit], float]:
    """Measure a text in the unit of whatever limit is asked about."""
    return lambda limit: count(limit.count, text)


def say(path: PlanPath, excess: Excess, slug: str, **words: object) -> Problem:
    """Say an excess with the measured value, the limit, its unit, source and date."""
    limit = excess.limit
    measured, bound, unit = _readable(excess)
    return Problem(
        path,
        {
            "measured": measured,
            "limit": bound,
            "unit": Term(f"count-{unit}"),
            "platform": slug,
            **cited(limit.fact),
            **words,
        },
        severity=Severity.WARNING if limit.soft else None,
        confidence=limit.fact.confidence,
        source=limit.fact.reference,
    )


def cited(fact: Fact) -> dict[str, object]:
    """The words that name a fact's source in a message."""
    if fact.source:
        return {"cited": fact.cited}
    return {"cited": Term("no-official-source"), "as_of": fact.as_of}


def bounds_for(plan: Plan, one: Publication) -> Bounds | None:
    """What holds for a publication, also for one that is out; None where it is not known."""
    known = plan.once(_none_yet)
    key = one.account_id, one.format
    if key not in known:
        known[key] = _bounds_of(one, plan.brand.market)
    return known[key]


def _none_yet(plan: Plan) -> dict[tuple[str | None, str | None], Bounds | None]:  # noqa: ARG001
    return {}


def _bounded(plan: Plan) -> list[Bounded]:
    found = []
    for one in unpublished(plan):
        bounds = bounds_for(plan, one)
        if bounds is not None:
            found.append(Bounded(one, bounds, one.hashtags))
    return found


def _bounds_of(one: Publication, market: str | None) -> Bounds | None:
    account = one.account
    pack = platform(account.platform) if account and account.platform else None
    form = pack.formats.get(one.format or "") if pack else None
    if account is None or pack is None or form is None:
        return None
    where = {"surface": account.surface, "tier": account.tier, "region": market}
    held = {field: form.limits(field, **where) for field in form.fields}
    folds = {field: form.folds(field, surface=account.surface) for field in form.fields}
    return Bounds(pack, form, _only_known(held), _only_known(folds))


def _only_known(limits: Mapping[str, Sequence[Limit]]) -> dict[str, Sequence[Limit]]:
    return {field: some for field, some in limits.items() if some}


def _broken(limit: Limit, measured: float) -> float | None:
    if limit.max is not None and measured > limit.max:
        return limit.max
    if limit.min is not None and measured < limit.min:
        return limit.min
    return None


def _gravity(excess: Excess) -> tuple[int, bool, float]:
    limit = excess.limit
    loudest = Severity.WARNING if limit.soft else Severity.ERROR
    rank = min(limit.fact.confidence.caps.rank, loudest.rank)
    return rank, not limit.soft, excess.bound


def _readable(excess: Excess) -> tuple[float, float, str]:
    """Megabytes and days instead of seven digits of bytes and seconds."""
    if excess.limit.count == "bytes" and excess.bound >= _BYTES_IN_MB:
        return excess.measured / _BYTES_IN_MB, excess.bound / _BYTES_IN_MB, "megabytes"
    if excess.limit.count == "seconds" and excess.bound >= _SECONDS_IN_A_DAY:
        in_days = excess.measured / _SECONDS_IN_A_DAY, excess.bound / _SECONDS_IN_A_DAY
        return round(in_days[0], 2), round(in_days[1], 2), "days"
    return excess.measured, excess.bound, excess.limit.count
