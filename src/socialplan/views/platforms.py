"""The plan's accounts beside each other: what each platform is there for, and how they connect."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.views.bounds import Bound, bounds_of
from socialplan.views.charts import NOT_MEANT
from socialplan.views.comparison import PlatformRow, row_of
from socialplan.views.document.deploy import AccountCard, account_card
from socialplan.views.item import account_name
from socialplan.views.promises import Frequency, frequencies_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from socialplan.plan.accounts import Account
    from socialplan.views import Asked


@dataclass(frozen=True)
class PlatformAccount:
    """An account, its platform, and what the plan does there."""

    id: str
    account: AccountCard
    platform: PlatformRow | None
    """Who uses the platform and what it suits; None where socialplan does not know it."""
    frequency: tuple[Frequency, ...]
    bounds: tuple[Bound, ...]
    """The limits of the formats that are used there."""
    goals: tuple[str, ...]
    posts: int
    """Posts of the page's days."""
    open: int
    """Open slots of these days that can still be filled."""


@dataclass(frozen=True)
class Way:
    """Where an account sends people."""

    origin: str
    goals: tuple[Place, ...]


@dataclass(frozen=True)
class Place:
    """An account, or a place outside the plan such as a shop."""

    name: str
    is_account: bool


@dataclass(frozen=True)
class PlatformsView:
    """The accounts in the order of the plan."""

    title: str
    first: date
    last: date
    market: str
    """The market's code, whose figures are shown where there are some."""
    accounts: tuple[PlatformAccount, ...]
    ways: tuple[Way, ...]
    apart: tuple[str, ...]
    """Accounts that lead nowhere and that nothing leads to, where others do."""
    nothing: str
    """Why there is no account: bare; empty if there is one."""


def platforms(asked: Asked) -> PlatformsView:
    """Compare the accounts; a filter narrows them."""
    plan, wanted = asked.plan, asked.filter.account
    chosen = [one for one in plan.accounts if not wanted or one.id in wanted]
    posts, still_open = _counted(asked)
    return PlatformsView(
        title=plan.title,
        first=asked.window.first,
        last=asked.window.last,
        market=plan.brand.market or "",
        accounts=tuple(_account(asked, one, posts[one.id], still_open[one.id]) for one in chosen),
        ways=tuple(_ways(asked, chosen)),
        apart=tuple(_apart(asked, chosen)),
        nothing="" if chosen else "bare",
    )


def _counted(asked: Asked) -> tuple[Counter[str], Counter[str]]:
    """Count posts and open slots by account."""
    posts: Counter[str] = Counter()
    still_open: Counter[str] = Counter()
    for entry in asked.filter.keep(asked.plan, asked.calendar.between(*asked.window)):
        if entry.publication is None:
            still_open[entry.account] += bool(entry.at and entry.at.date() >= asked.today)
        elif entry.publication.status not in NOT_MEANT:
            posts[entry.account] += 1
    return posts, still_open


def _account(asked: Asked, one: Account, posts: int, still_open: int) -> PlatformAccount:
    card = account_card(asked, one)
    frequency = frequencies_of(card.cadence)
    used = {it.format for it in (*frequency, *asked.calendar.by_account.get(one.id, ()))}
    return PlatformAccount(
        id=one.id,
        account=card,
        platform=_platform(asked, one),
        frequency=frequency,
        bounds=bounds_of(asked.plan, one, used),
        goals=tuple(
            goal.statement or goal.id or "" for goal in asked.plan.goals if one.id in goal.accounts
        ),
        posts=posts,
        open=still_open,
    )


def _platform(asked: Asked, one: Account) -> PlatformRow | None:
    pack = facts.platform(one.platform) if one.platform else None
    return row_of(pack, asked.plan.brand.market, asked.language) if pack else None


def _ways(asked: Asked, chosen: Sequence[Account]) -> Iterator[Way]:
    plan = asked.plan
    for one in chosen:
        if one.leads_to:
            places = tuple(
                Place(account_name(plan, it, asked.language), is_account=True)
                if plan.account(it)
                else Place(it, is_account=False)
                for it in one.leads_to
            )
            yield Way(account_name(plan, one.id, asked.language), places)


def _apart(asked: Asked, chosen: Sequence[Account]) -> Iterator[str]:
    led_to = {it for one in asked.plan.accounts for it in one.leads_to}
    if len(asked.plan.accounts) > 1:
        for one in chosen:
            if not one.leads_to and one.id not in led_to:
                yield account_name(asked.plan, one.id, asked.language)
