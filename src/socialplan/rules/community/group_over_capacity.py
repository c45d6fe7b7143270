"""The rule group-over-capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM104",
    Severity.WARNING,
    message="“{account}” has {members} members; a group on “{platform}” holds {limit} ({as_of})",
    help="Open a second group in good time, and say who belongs in which.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: regulars, platform: line-openchat, followers: 5400}  # <-
    """,
    good="""
        accounts:
          - {id: regulars, platform: line-openchat, followers: 4400}
    """,
)
def group_over_capacity(plan: Plan) -> Iterator[Problem]:
    """Whoever is invited to a full group stands before a closed door, and does not come back."""
    for i, account in enumerate(plan.accounts):
        pack = facts.platform(account.platform) if account.platform else None
        limit = pack.members(account.tier) if pack and account.followers is not None else None
        if limit is None or limit.max is None or (account.followers or 0) <= limit.max:
            continue
        words: dict[str, object] = {"account": account.id, "members": account.followers}
        words |= {"platform": account.platform, "limit": limit.max, "as_of": limit.fact.as_of}
        yield Problem(
            ("accounts", i, "followers"),
            words,
            confidence=limit.fact.confidence,
            source=limit.fact.source,
        )
