"""The groups that a plan runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name, person_name
from socialplan.views.names import place_of

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.views import Asked

PLATFORMS = (
    "line-openchat",
    "facebook-group",
    "wechat-group",
    "qq-group",
    "telegram",
    "discord",
)
"""Platforms on which people talk with each other."""


@dataclass(frozen=True)
class GroupCard:
    """A group, and who looks after it."""

    account: str
    name: str
    platform: str
    members: int | None
    owner: str
    staff: tuple[str, ...]
    positioning: str
    hours: str
    """When somebody answers."""
    reply_within: str


def group_ids(plan: Plan) -> tuple[str, ...]:
    """Name the accounts that are groups: those the plan calls so, else those that look like one."""
    community = plan.community
    if community is not None and community.groups:
        return tuple(dict.fromkeys(community.groups))
    held_in = {one.account for one in community.rituals} if community else set()
    return tuple(one.id for one in plan.accounts if one.platform in PLATFORMS or one.id in held_in)


def group_cards(asked: Asked) -> tuple[GroupCard, ...]:
    """Describe the groups that pass the filter; one that no account defines keeps its id."""
    chosen = asked.filter.account
    return tuple(_card(asked, one) for one in group_ids(asked.plan) if not chosen or one in chosen)


def _card(asked: Asked, id: str) -> GroupCard:  # noqa: A002
    plan, account = asked.plan, asked.plan.account(id)
    service = account.service if account else None
    return GroupCard(
        account=id,
        name=account_name(plan, id, asked.language),
        platform=place_of(account, asked.language) if account else "",
        members=account.followers if account else None,
        owner=person_name(plan, account.owner) if account and account.owner else "",
        staff=tuple(person_name(plan, one) for one in account.staff) if account else (),
        positioning=(account.positioning or "") if account else "",
        hours=str(service.hours) if service and service.hours else "",
        reply_within=(service.reply_within or "") if service else "",
    )
