"""The rule no-review-cadence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "FLO141",
    Severity.INFO,
    message="the plan does not say when it is looked at again",
    help="Add `reviews:` with `every: month`.",
    source="Updated and improved at fixed times: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        title: Little Bear  # <-
        posts:
          - {title: Anniversary}
    """,
    good="""
        title: Little Bear
        posts:
          - {title: Anniversary}
        reviews: {every: month}
    """,
)
def no_review_cadence(plan: Plan) -> Iterator[Problem]:
    """A plan that is never looked at again describes the market of the day it was written."""
    if (plan.posts or plan.accounts) and (plan.reviews is None or plan.reviews.every is None):
        yield problem("reviews" if plan.reviews else "title")
