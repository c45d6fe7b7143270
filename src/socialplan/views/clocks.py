"""Whose clock a page goes by, where accounts are in several time zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.views import Asked


@dataclass(frozen=True)
class Clock:
    """A time zone, and the accounts whose times are in it."""

    zone: str
    accounts: tuple[str, ...]


def clocks_of(asked: Asked) -> tuple[Clock, ...]:
    """List the zones of the accounts shown; nothing where there is only one."""
    return clocks_between(asked.plan, asked.language, only=asked.filter.account)


def clocks_between(plan: Plan, language: str, *, only: tuple[str, ...] = ()) -> tuple[Clock, ...]:
    """List the zones of a plan's accounts; nothing where there is only one."""
    found: dict[str, list[str]] = {}
    for account in plan.accounts:
        if not only or account.id in only:
            name = account_name(plan, account.id, language)
            found.setdefault(plan.zone_of(account).key, []).append(name)
    if len(found) < 2:
        return ()
    return tuple(Clock(zone, tuple(names)) for zone, names in found.items())
