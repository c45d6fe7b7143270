"""The rule user-content-without-credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.media.shown import everything_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED114",
    Severity.WARNING,
    message="this comes from a user, and nobody is credited",
    help=r"Add `credit:` with the name under which they want to be known.",
    source="Berne Convention, articles 6bis and 9",
    bad="""
        posts:
          - title: Amy's first latte
            at: 2026-11-25 20:00
            assets:
              - url: https://littlebear.example/amy.jpg  # <-
                source: user
                consent: By message on 2026-11-02
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
def user_content_without_credit(plan: Plan) -> Iterator[Problem]:
    """People share what they made to be seen, and next time they will not."""
    for _, use in everything_shown(plan):
        if use.asset.source == "user" and not use.asset.credit:
            yield problem(*use.path)
