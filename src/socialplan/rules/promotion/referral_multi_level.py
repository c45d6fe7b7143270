"""The rule referral-multi-level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.lexicons import lexicon
from socialplan.finding import Confidence, Problem
from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import cited, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "PRO133",
    Severity.WARNING,
    message="“{found}” points to rewards over more than one level"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO133] -- reason` above the "
    "post, or above `referral:`.",
    source="《禁止传销条例》; WeChat's rules on induced sharing",
    bad="""
        brand: {name: 小熊生活, market: CN}
        community:
          referral:
            reward: 推荐好友各得一张券
            levels: 2  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        community:
          referral:
            reward: 推荐好友各得一张券
            levels: 1
    """,
)
def referral_multi_level(plan: Plan) -> Iterator[Problem]:
    """Who earns from those whom others brought is in pyramid selling, whatever it is called."""
    referral = plan.community.referral if plan.community else None
    if referral is not None and (referral.levels or 0) > 1:
        yield _levels(f"levels: {referral.levels}")
    yield from problems(plan, "referral-multi-level")


def _levels(found: str) -> Problem:
    """More than one level is no matter of words, so it is surer than they are."""
    entry = next(one for one in lexicon("CN") if one.rule == "referral-multi-level")
    return Problem(
        ("community", "referral", "levels"),
        {"found": found, **cited(entry.citation._replace(confidence=Confidence.MEDIUM))},
        confidence=Confidence.MEDIUM,
        source=entry.citation.reference,
    )
