"""The message budget: what an account's sends of a month come to on each price plan."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from socialplan import facts
from socialplan.readings import Read, last_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from socialplan.facts import Platform, PricePlan
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.publications import Publication
    from socialplan.readings import Readings
    from socialplan.slots import Calendar


class Send(NamedTuple):
    """One sending to friends; its bubbles are one message for each of them."""

    at: datetime
    messages: int
    is_planned: bool
    """A post is planned for it; else it is an open slot that somebody will fill."""


class Bill(NamedTuple):
    """What the sends of a month come to on a price plan."""

    plan: PricePlan
    over: int
    """Messages beyond those included."""
    first_over: Send | None
    """The send with which they are used up."""
    most: float | None
    """What the messages beyond cost at most; None where no more can be bought, or no price is
    known."""

    @property
    def fits(self) -> bool:
        return not self.over

    @property
    def stops(self) -> bool:
        """Whether sends are refused, because no message can be added."""
        return bool(self.over) and self.plan.extra is None


class Friends(NamedTuple):
    """Those whom a send reaches."""

    number: int
    path: PlanPath
    """Where the number stands."""
    without_blocks: bool = False
    """Whether those who block are left out."""


class Month(NamedTuple):
    """The sends of one account in a calendar month."""

    name: str
    """`2026-12`."""
    sends: tuple[Send, ...]
    """In order of time."""

    @property
    def messages(self) -> int:
        return sum(send.messages for send in self.sends)

    @property
    def planned(self) -> int:
        return sum(send.is_planned for send in self.sends)

    @property
    def open(self) -> int:
        return len(self.sends) - self.planned

    def billed(self, plan: PricePlan) -> Bill:
        """Work out what a price plan makes of the month."""
        over = max(0, self.messages - plan.messages)
        used = accumulate(send.messages for send in self.sends)
        pairs = zip(self.sends, used, strict=True)
        first = next((send for send, sum_ in pairs if sum_ > plan.messages), None)
        price = plan.extra[1] if plan.extra else None
        return Bill(plan, over, first, None if price is None else over * price)


@dataclass(frozen=True, eq=False)
class Budget:
    """All that an account sends which its platform charges for."""

    account: Account
    index: int
    """Of the account in the plan."""
    friends: Friends
    months: tuple[Month, ...]
    plans: Mapping[str, PricePlan]
    """The price plans of the account's market, the cheapest first."""

    @property
    def plan(self) -> PricePlan | None:
        """The one that the account pays for, as far as it says so."""
        return self.plans.get(self.account.subscription or "")


def budgets(calendar: Calendar, readings: Readings, today: date) -> Iterator[Budget]:
    """Give the budget of every account that pays by message, from the month of today on."""
    for index, account in enumerate(calendar.plan.accounts):
        platform = facts.platform(account.platform) if account.platform else None
        if platform is None or platform.billing is None or not platform.price_plans:
            continue
        plans = _plans_of(account, platform, calendar.plan.brand.market)
        friends = friends_of(calendar.plan, index, readings, today)
        if plans and friends is not None:
            sends = _sends(calendar, account, friends.number, today.replace(day=1))
            yield Budget(account, index, friends, _by_month(sends), plans)


def friends_of(plan: Plan, index: int, readings: Readings, today: date) -> Friends | None:
    """Count those a send reaches: friends who block cost nothing, where somebody counts without."""
    account = plan.accounts[index]
    all_ = last_read(plan, account, "followers", readings, today)
    if all_ is None and account.followers is not None:
        all_ = Read(account.followers, ("accounts", index, "followers"))
    reached = last_read(plan, account, "effective_friends", readings, today)
    read = ((one, one is reached) for one in (reached, all_) if one is not None)
    found = [Friends(max(0, round(one.value)), one.path, without) for one, without in read]
    return min(found, key=lambda one: one.number, default=None)


def most_a_week(sends: int) -> int:
    """How many fixed days a week never make more sends in a month than these.

    Three days of the week come five times in a month of 31 days.
    """
    return max((days for days in range(8) if 4 * days + min(days, 3) <= sends), default=0)


def _plans_of(account: Account, platform: Platform, market: str | None) -> dict[str, PricePlan]:
    paid = platform.price_plans.get(account.subscription or "")
    market = paid.market if paid else market
    of_market = (one for one in platform.price_plans.values() if one.market == market)
    return {one.id: one for one in sorted(of_market, key=lambda one: (one.fee, one.messages))}


def _sends(calendar: Calendar, account: Account, friends: int, first: date) -> list[Send]:
    found = [
        Send(one.at, _messages(calendar.plan, one, friends), True)
        for one in calendar.by_account.get(account.id, ())
        if one.at is not None and one.at.date() >= first
    ]
    found += [
        Send(slot.at, friends, False)
        for slot in calendar.open
        if slot.account == account.id and slot.at.date() >= first
    ]
    return sorted(found)


def _messages(plan: Plan, one: Publication, friends: int) -> int:
    """Count what was delivered, where that is known; else the segment's people, else all."""
    delivered = one.post.result.get("delivered")
    if delivered is not None and one.status == "published":
        return max(0, round(delivered))
    segment = plan.segment(one.post.segment)
    return friends if segment is None or segment.size is None else min(segment.size, friends)


def _by_month(sends: list[Send]) -> tuple[Month, ...]:
    months: dict[str, list[Send]] = {}
    for send in sends:
        months.setdefault(f"{send.at:%Y-%m}", []).append(send)
    return tuple(Month(name, tuple(some)) for name, some in months.items())
