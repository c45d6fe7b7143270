"""The rule goal-does-not-fit-purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import fits_purpose
from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import metric_of, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Metric
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.goals import Goal


@rule(
    "AUD114",
    Severity.WARNING,
    message="the goal's metric “{metric}” does not suit “{account}”, whose purpose is “{purpose}”",
    help="Take a metric of that purpose or another account, or add to its `stage:` what it serves.",
    source="A channel promotes, finds customers, serves or sells: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - {id: line, platform: line-oa, purpose: serve}
        goals:
          - metric: brand_impressions  # <-
            accounts: [line]
    """,
    good="""
        accounts:
          - {id: line, platform: line-oa, purpose: serve}
        goals:
          - metric: satisfaction_rate
            accounts: [line]
    """,
)
def goal_does_not_fit_purpose(plan: Plan) -> Iterator[Problem]:
    """An account that is there to serve is bent into an advertisement by a goal of reach."""
    places = {account.id: i for i, account in enumerate(plan.accounts)}
    for i, goal in smart_goals(plan):
        known, accounts = metric_of(goal), _accounts_of(plan, goal)
        if known is None or any(_suits(known, account) for account in accounts):
            continue
        for account in accounts[:1]:
            words = {"metric": known.id, "account": account.id, "purpose": account.purpose}
            there = ("accounts", places[account.id], "purpose")
            related = (Related("defined-here", there),)
            yield Problem(("goals", i, "metric"), words, related=related)


def _suits(known: Metric, account: Account) -> bool:
    """Say whether an account may be judged by a metric; all accounts need people to begin with."""
    if account.purpose is None or known.stage in ("invite", *account.stage):
        return True
    return fits_purpose(known, account.purpose)


def _accounts_of(plan: Plan, goal: Goal) -> list[Account]:
    return [account for name in goal.accounts if (account := plan.account(name))]
