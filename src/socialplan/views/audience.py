"""Whom a post speaks to: what it says itself, else what it belongs to says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication


def personas_of(plan: Plan, one: Publication) -> tuple[str, ...]:
    """List the ids of the personas: the post's own, else of its segment, pillar or account.

    A segment is a part of the account's audience, so that one without personas speaks to none.
    """
    post = one.post
    if post.persona:
        return (post.persona,)
    if post.segment:
        segment = plan.segment(post.segment)
        return segment.personas if segment else ()
    pillar = plan.pillar(post.pillar)
    of_pillar = pillar.personas if pillar else ()
    return of_pillar or (one.account.personas if one.account else ())
