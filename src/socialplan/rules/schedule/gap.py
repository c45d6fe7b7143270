"""The rule gap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from socialplan.plan.accounts import Account
    from socialplan.slots import Calendar

QUIET_DAYS = 14
"""Two weeks; practitioners' studies speak of several posts a week, none of two silent weeks."""


@rule(
    "SCH133",
    Severity.INFO,
    message="“{account}” is silent for {days} days before this post",
    help="Plan something in between, or promise a cadence that leaves such gaps.",
    source="A plan is a matter of staying power: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - {account: page, title: New menu, at: 2026-11-25 20:00}
          - {account: page, title: Anniversary, at: 2026-12-25 20:00}  # <-
    """,
    good="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - {account: page, title: New menu, at: 2026-11-25 20:00}
          - {account: page, title: Anniversary, at: 2026-12-05 20:00}
    """,
)
def gap(calendar: Calendar, today: date) -> Iterator[Problem]:
    """After weeks of silence an account has to win back its readers' attention."""
    for account, publications in calendar.by_account.items():
        for before, one in pairwise(publications):
            if before.at is None or one.at is None or one.at.date() < today:
                continue
            days = (one.at.date() - before.at.date()).days
            if days > QUIET_DAYS and not (
                _promised(calendar, account, before.at, one.at)
                or _left_out(one.account, before.at.date(), one.at.date())
            ):
                last = Related("last-post", before.path("at"))
                yield Problem(one.path("at"), {"account": account, "days": days}, related=(last,))


def _promised(calendar: Calendar, account: str, after: datetime, before: datetime) -> bool:
    """Say whether there are slots in between: open ones are told of by themselves."""
    between = calendar.slots_between(after.date(), before.date())
    return any(slot.account == account and after < slot.at < before for slot in between)


def _left_out(account: Account | None, after: date, before: date) -> bool:
    """Say whether the cadence leaves a day out in between: that silence is meant."""
    cadence = account.cadence if account is not None else ()
    return any(after < day < before for each in cadence for day in each.except_)
