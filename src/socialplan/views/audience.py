"""Whom a post speaks to: what it says itself, else what its pillar or its account says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication


def personas_of(plan: Plan, one: Publication) -> tuple[str, ...]:
    """List the ids of the personas; a post that only names a segment speaks to no persona."""
    post, pillar = one.post, plan.pillar(one.post.pillar)
    if post.persona or post.segment:
        return (post.persona,) if post.persona else ()
    of_pillar = pillar.personas if pillar else ()
    return of_pillar or (one.account.personas if one.account else ())
