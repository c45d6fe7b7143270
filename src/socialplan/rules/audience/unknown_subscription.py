"""The rule unknown-subscription."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.folding import simplified
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.facts import PricePlan
    from socialplan.plan import Plan


@rule(
    "AUD118",
    Severity.ERROR,
    message="“{platform}” has no price plan “{subscription}”",
    help="`socialplan platforms {platform}` lists its price plans; leave the key out if it has "
    "none.",
    source="The platform packs",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - id: line
            platform: line-oa
            subscription: tw-lite  # <-
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            subscription: tw-light
    """,
)
def unknown_subscription(plan: Plan) -> Iterator[Problem]:
    """Only a known price plan tells how many messages a month are paid for."""
    for i, account in enumerate(plan.accounts):
        name = account.subscription
        pack = platform(account.platform) if account.platform and name else None
        if pack is None or not name or name in pack.price_plans:
            continue
        meant = _meant(name, pack.price_plans)
        words = {"platform": account.platform, "subscription": name}
        path = ("accounts", i, "subscription")
        yield Problem(path, words, suggestion=meant, fix=instead(path, name, meant))


def _meant(written: str, plans: Mapping[str, PricePlan]) -> str | None:
    """The price plan that is sold under this name, as 中用量 is, or has an id much like it."""
    sold = simplified(written).removesuffix("方案")
    named = (one.id for one in plans.values() if simplified(one.name) == sold)
    return next(iter((*named, *get_close_matches(written.lower(), plans, n=1))), None)
