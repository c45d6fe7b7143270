"""Whose clock a page goes by, where accounts are in several time zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.item import account_name

if TYPE_CHECKING:
    from socialplan.views import Asked


@dataclass(frozen=True)
class Clock:
    """A time zone, and the accounts whose times are in it."""

    zone: str
    accounts: tuple[str, ...]


def clocks_of(asked: Asked) -> tuple[Clock, ...]:
    """List the zones of the accounts shown; nothing where there is only one."""
    found: dict[str, list[str]] = {}
    for account in asked.plan.accounts:
        if not asked.filter.account or account.id in asked.filter.account:
            name = account_name(asked.plan, account.id, asked.language)
            found.setdefault(asked.plan.zone_of(account).key, []).append(name)
    if len(found) < 2:
        return ()
    return tuple(Clock(zone, tuple(names)) for zone, names in found.items())
