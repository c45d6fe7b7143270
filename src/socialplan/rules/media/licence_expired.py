"""The rule licence-expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.publications import publications
from socialplan.rule import Severity, rule
from socialplan.rules.media.shown import everything_shown, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.assets import Asset


@rule(
    "MED112",
    Severity.ERROR,
    message="its licence ends on {expires}, before the post goes out on {day}",
    help="Renew the licence, choose another picture, or publish earlier.",
    source="The plan's own licences",
    bad="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - url: https://littlebear.example/stove.jpg
                source: licensed
                license: {id: "4711", expires: 2026-10-31}  # <-
    """,
    good="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - url: https://littlebear.example/stove.jpg
                source: licensed
                license: {id: "4711", expires: 2027-10-31}
    """,
)
def licence_expired(plan: Plan) -> Iterator[Problem]:
    """A licence that has run out is none."""
    if not any(_expires(use.asset) for _, use in everything_shown(plan)):
        return
    seen = set()
    for one in publications(plan):  # an asset may be in time on one account only
        if one.at is None or one.status == "cancelled":
            continue
        for use in shown(plan, one):
            expires = _expires(use.asset)
            if expires is not None and expires < one.at.date() and use.path not in seen:
                seen.add(use.path)
                words = {"expires": expires, "day": one.at.date()}
                yield Problem((*use.path, "license", "expires"), words)


def _expires(asset: Asset) -> date | None:
    return asset.license.expires if asset.license else None
