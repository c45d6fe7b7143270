"""Deploy: where the brand speaks, how places lead to each other, what goes out when."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.slots.period import first_day
from socialplan.views.document.define import persona_names
from socialplan.views.funnel import FunnelRow, funnel_of
from socialplan.views.item import Item, account_name, item_of, label, person_name
from socialplan.views.names import place_of
from socialplan.views.promises import Promise, promises_of
from socialplan.views.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.content import Campaign
    from socialplan.plan.figures import Money
    from socialplan.slots import Entry
    from socialplan.views import Asked


@dataclass(frozen=True)
class Service:
    """When and how fast an account answers."""

    days: tuple[int, ...]
    """Days of the week, 0 for Monday."""
    hours: str
    reply_within: str


@dataclass(frozen=True)
class AccountCard:
    """One account: the row of the inventory, and what it is there for."""

    name: str
    platform: str
    handle: str
    url: str
    owner: str
    staff: tuple[str, ...]
    """Whoever works on it besides the owner."""
    positioning: str
    purpose: str
    touchpoint: str
    stages: tuple[str, ...]
    personas: tuple[str, ...]
    followers: int | None
    subscription: str
    tier: str
    cadence: tuple[Promise, ...]
    leads_to: tuple[str, ...]
    experience: str
    trend: str
    limits: tuple[str, ...]
    service: Service | None
    tools: tuple[str, ...]

    @property
    def has_deployment(self) -> bool:
        return bool(self.experience or self.trend)


@dataclass(frozen=True)
class CampaignRow:
    """A phase of the plan."""

    name: str
    first: date | None
    last: date | None
    goal: str
    budget: float | None
    currency: str
    pillars: tuple[str, ...]


@dataclass(frozen=True)
class PostMonth:
    """The posts of a month, by date."""

    month: date
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Deploy:
    """The fourth chapter."""

    accounts: tuple[AccountCard, ...]
    campaigns: tuple[CampaignRow, ...]
    steps: tuple[FunnelRow, ...]
    path: tuple[FunnelRow, ...]
    months: tuple[PostMonth, ...]
    backlog: tuple[Item, ...]
    open_slots: int
    slots: int

    @property
    def has_inventory(self) -> bool:
        """Whether a table of accounts says more than their names."""
        return any(
            one.handle or one.owner or one.staff or one.positioning or one.purpose
            for one in self.accounts
        )

    @property
    def flows(self) -> tuple[AccountCard, ...]:
        return tuple(one for one in self.accounts if one.leads_to)


def deploy(asked: Asked) -> Deploy:
    """Write the fourth chapter; a filter narrows its posts."""
    plan, calendar = asked.plan, asked.calendar
    funnel = funnel_of(plan)
    return Deploy(
        accounts=tuple(account_card(asked, one) for one in plan.accounts),
        campaigns=tuple(_campaign(plan, one) for one in plan.campaigns),
        steps=tuple(one for one in funnel if one.step),
        path=tuple(one for one in funnel if not one.step),
        months=tuple(_months(asked)),
        backlog=tuple(
            item_of(plan, entry, asked.language)
            for entry in asked.filter.keep(asked.plan, calendar.entries)
            if entry.at is None and _is_meant(entry)
        ),
        open_slots=len(calendar.open),
        slots=len(calendar.slots),
    )


def account_card(asked: Asked, one: Account) -> AccountCard:
    """Describe an account."""
    plan = asked.plan
    start = first_day(plan, asked.today)
    return AccountCard(
        name=account_name(plan, one.id, asked.language),
        platform=place_of(one, asked.language),
        handle=one.handle or "",
        url=one.url or "",
        owner=person_name(plan, one.owner) if one.owner else "",
        staff=tuple(person_name(plan, it) for it in one.staff if it != one.owner),
        positioning=one.positioning or "",
        purpose=one.purpose or "",
        touchpoint=one.touchpoint or "",
        stages=one.stage,
        personas=persona_names(plan, one.personas),
        followers=one.followers,
        subscription=_subscription(one),
        tier=one.tier or "",
        cadence=promises_of(one.cadence, start),
        leads_to=tuple(
            account_name(plan, it, asked.language) if plan.account(it) else it
            for it in one.leads_to
        ),
        experience=one.experience or "",
        trend=one.trend or "",
        limits=one.limits,
        service=_service(one),
        tools=tuple(f"{tool}: {name}" for tool, name in one.external.items()),
    )


def _subscription(one: Account) -> str:
    pack = facts.platform(one.platform) if one.platform else None
    price = pack.price_plans.get(one.subscription or "") if pack else None
    return price.name if price else one.subscription or ""


def _service(one: Account) -> Service | None:
    from socialplan.plan.times import WEEKDAYS

    if one.service is None:
        return None
    return Service(
        days=tuple(WEEKDAYS.index(day) for day in one.service.days),
        hours=str(one.service.hours) if one.service.hours else "",
        reply_within=one.service.reply_within or "",
    )


def _campaign(plan: Plan, one: Campaign) -> CampaignRow:
    goal = plan.goal(one.goal)
    return CampaignRow(
        name=label(one) or "",
        first=one.period.start if one.period else None,
        last=one.period.end if one.period else None,
        goal=((goal.statement or goal.id) if goal else one.goal) or "",
        budget=one.budget.amount if one.budget else None,
        currency=_currency(plan, one.budget),
        pillars=tuple(label(plan.pillar(it)) or it for it in one.pillars),
    )


def _currency(plan: Plan, money: Money | None) -> str:
    """Give the currency that is written, else the market's."""
    market = facts.market(plan.brand.market) if plan.brand.market else None
    return (money.currency if money else None) or (market.currency if market else None) or ""


def _months(asked: Asked) -> Iterator[PostMonth]:
    first, last = asked.window
    everything = asked.window == Window(*asked.calendar.period).shortened()
    entries = [
        entry
        for entry in asked.filter.keep(asked.plan, asked.calendar.entries)
        if entry.at is not None
        and _is_meant(entry)
        and (everything or first <= entry.at.date() <= last)
    ]
    items = [item_of(asked.plan, entry, asked.language) for entry in entries]
    for month, some in groupby(
        items, key=lambda it: it.at.date().replace(day=1) if it.at else None
    ):
        if month is not None:
            yield PostMonth(month, tuple(some))


def _is_meant(entry: Entry) -> bool:
    return entry.publication is not None and entry.publication.status != "cancelled"
