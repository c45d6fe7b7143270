"""What members keep to, and what they get for bringing others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan.community import Community


@dataclass(frozen=True)
class GroupRule:
    """A rule, and what happens when somebody breaks it."""

    text: str
    breach: str


@dataclass(frozen=True)
class ReferralCard:
    """What members get for bringing others."""

    reward: str
    limit: str
    levels: int | None


def group_rules(community: Community) -> tuple[GroupRule, ...]:
    """List the rules of the group."""
    return tuple(GroupRule(one.text, one.breach or "") for one in community.rules)


def referral_card(community: Community) -> ReferralCard | None:
    """Say what a recommendation earns; nothing where the plan has no such offer."""
    one = community.referral
    return ReferralCard(one.reward or "", one.limit or "", one.levels) if one else None
