"""The rule user-content-without-consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.media.shown import everything_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED113",
    Severity.WARNING,
    message="this comes from a user, and nothing says that they agreed",
    help=r"Ask, and write how and when they agreed into `consent:`.",
    source="Berne Convention, articles 6bis and 9",
    bad="""
        posts:
          - title: Amy's first latte
            at: 2026-11-25 20:00
            assets:
              - url: https://littlebear.example/amy.jpg  # <-
                source: user
                credit: '@amy'
    """,
    good="""
        posts:
          - title: Amy's first latte
            at: 2026-11-25 20:00
            assets:
              - url: https://littlebear.example/amy.jpg
                source: user
                credit: '@amy'
                consent: By message on 2026-11-02
    """,
)
def user_content_without_consent(plan: Plan) -> Iterator[Problem]:
    """What people post of themselves is theirs; a like under it is no permission."""
    for _, use in everything_shown(plan):
        if use.asset.source == "user" and not use.asset.consent:
            yield problem(*use.path)
