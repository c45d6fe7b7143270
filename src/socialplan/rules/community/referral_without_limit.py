"""The rule referral-without-limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM141",
    Severity.WARNING,
    message="“{reward}” has no limit for one member",
    help="Add `limit:` such as five times a year, and write it into the terms.",
    source="WeChat's rules against induced sharing, and the ban on multi-level rewards "
    "(禁止传销条例): one level, capped, tied to a purchase",
    bad="""
        community:
          referral: {reward: A coupon for both, levels: 1}  # <-
    """,
    good="""
        community:
          referral: {reward: A coupon for both, levels: 1, limit: five times a year}
    """,
)
def referral_without_limit(plan: Plan) -> Iterator[Problem]:
    """Without a limit a few people live on it, and the platform sees a scheme."""
    referral = plan.community.referral if plan.community else None
    if referral is not None and referral.reward and not referral.limit:
        yield Problem(("community", "referral"), {"reward": referral.reward})
