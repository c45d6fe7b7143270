"""One line of a calendar as people see it: a post, or a slot that still waits for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from socialplan.plan.names import label, person_name
from socialplan.views.filtering import OPEN, people_of
from socialplan.views.names import account_name

if TYPE_CHECKING:
    from datetime import datetime

    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.publications import Publication
    from socialplan.slots import Entry, Slot

__all__ = ["Item", "account_name", "first_words", "item_of", "label", "person_name"]

LONGEST_BEGINNING = 60
"""Characters of a post that stand in for a subject."""


@dataclass(frozen=True)
class Item:
    """A post or an open slot; texts are as the plan has them, not yet escaped for any page."""

    id: str | None
    at: datetime | None
    """Wall time at the account."""
    zone: str
    account: str
    account_name: str
    platform: str | None
    format: str | None
    title: str
    """The post's subject; of an open slot, what its cadence is for."""
    status: str
    """A status of the plan, or `open`."""
    off_cadence: bool
    pillar: str | None
    persona: str | None
    campaign: str | None
    people: tuple[str, ...]
    """Names of those who work on it, author first."""

    is_misdated: bool = False
    """Whether the plan has a date for it that nobody can read."""

    is_ritual: ClassVar[bool] = False

    @property
    def is_open(self) -> bool:
        return self.status == OPEN

    @property
    def time(self) -> str:
        """Time of day, e.g. `20:00`; empty for an idea without a date."""
        return f"{self.at:%H:%M}" if self.at else ""


def item_of(plan: Plan, entry: Entry, language: str) -> Item:
    """Decide what a calendar shows of an entry."""
    one, slot = entry.publication, entry.slot
    account = plan.account(entry.account)
    common: dict[str, Any] = {
        "at": entry.at,
        "zone": plan.zone_of(account).key,
        "account": entry.account,
        "account_name": account_name(plan, entry.account, language),
        "platform": account.platform if account else None,
    }
    if one is None:
        return Item(**common, **_open(plan, slot))
    return Item(**common, **_planned(plan, one, slot, account))


def _open(plan: Plan, slot: Slot | None) -> dict[str, Any]:
    pillar = plan.pillar(slot.pillar) if slot else None
    return {
        "id": None,
        "format": slot and slot.format,
        "title": (slot and slot.title) or "",
        "status": OPEN,
        "off_cadence": False,
        "pillar": label(pillar),
        "persona": None,
        "campaign": None,
        "people": (),
    }


def _planned(
    plan: Plan, one: Publication, slot: Slot | None, account: Account | None
) -> dict[str, Any]:
    post = one.post
    return {
        "id": one.id,
        "format": one.format,
        "title": one.title or first_words(one) or one.id,
        "status": one.status,
        "off_cadence": slot is None and _was_promised(account, one),
        "pillar": label(plan.pillar(post.pillar)) or post.pillar,
        "persona": label(plan.persona(post.persona)) or post.persona,
        "campaign": label(plan.campaign(post.campaign)) or post.campaign,
        "people": tuple(person_name(plan, person) for person in people_of(one)),
        "is_misdated": one.is_misdated,
    }


def _was_promised(account: Account | None, one: Publication) -> bool:
    """Say whether an account promises this format, so that a post of it should fill a slot."""
    promised = {entry.format for entry in account.cadence} if account else set()
    going_out = one.at is not None and one.status != "cancelled"
    return going_out and not promised.isdisjoint((None, one.format))


def first_words(one: Publication) -> str:
    """Give the beginning of what a post says, where it has no subject."""
    text = next((said.text for said in one.texts), "").strip()
    line = text.splitlines()[0] if text else ""
    return line if len(line) <= LONGEST_BEGINNING else line[: LONGEST_BEGINNING - 1] + "…"
