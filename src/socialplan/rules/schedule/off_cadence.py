"""The rule off-cadence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.slots import Calendar


@rule(
    "SCH122",
    Severity.INFO,
    message="“{post}” at {at} fills no slot that “{account}” promises",
    help="Move it to a day that the cadence promises, or leave it as an extra.",
    source="Fixed times and rhythm: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        posts:
          - title: Anniversary
            account: line
            at: 2026-11-26 20:00  # <-
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
            cadence:
              - {format: broadcast, days: [wed], at: "20:00"}
        posts:
          - title: Anniversary
            account: line
            at: 2026-11-25 20:00
    """,
)
def off_cadence(calendar: Calendar, today: date) -> Iterator[Problem]:
    """Who reads on Wednesdays misses Thursday's post, and Wednesday stays empty."""
    places = {account.id: i for i, account in enumerate(calendar.plan.accounts)}
    for one in calendar.off_cadence:
        if one.at is not None and one.at.date() >= today:
            account = one.account_id or ""
            words = {"post": called(one), "at": moment(one.at), "account": account}
            cadence = Related("compared-with", ("accounts", places[account], "cadence"))
            yield Problem(one.path("at"), words, related=(cadence,))
