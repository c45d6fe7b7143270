"""How much an account's formats take: the few limits that a writer has to keep in mind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.facts import Format, Limit
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account

FIELDS = ("title", "text", "bubbles", "hashtags", "images", "videos", "video.seconds")


@dataclass(frozen=True)
class Bound:
    """How much a format takes of something."""

    format: str
    field: str
    """One of `FIELDS`."""
    most: float
    unit: str
    """What is counted; `items` where the field says it."""
    advice: bool
    """Whether it is only advice."""


def bounds_of(plan: Plan, account: Account, formats: Iterable[str | None]) -> tuple[Bound, ...]:
    """List the limits of the formats that an account uses, in the order of the platform."""
    pack = facts.platform(account.platform) if account.platform else None
    used = set(formats)
    known = pack.formats.values() if pack else ()
    return tuple(
        bound for form in known if form.id in used for bound in _bounds(form, account, plan)
    )


def _bounds(form: Format, account: Account, plan: Plan) -> Iterator[Bound]:
    for field in FIELDS:
        limits = form.limits(
            field, surface=account.surface, tier=account.tier, region=plan.brand.market
        )
        tightest = _tightest(limits)
        if tightest is not None and tightest.max:
            yield Bound(form.id, field, tightest.max, tightest.count, tightest.soft)


def _tightest(limits: Iterable[Limit]) -> Limit | None:
    """Choose what refuses first; advice only where nothing refuses."""
    bounding = [one for one in limits if one.max is not None]
    hard = [one for one in bounding if not one.soft]
    return min(hard or bounding, key=lambda one: one.max or 0, default=None)
