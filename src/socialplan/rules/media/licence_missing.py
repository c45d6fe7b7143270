"""The rule licence-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.media.shown import everything_shown
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_NEED_ONE = ("licensed", "commissioned")


@rule(
    "MED111",
    Severity.WARNING,
    message="{origin}, and no licence is named",
    help="Add `license:` with the name or order number that proves it.",
    source="The plan table of the course that this tool grew from: no breach of copyright",
    bad="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/stove.jpg, source: licensed}  # <-
    """,
    good="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/stove.jpg, source: licensed, license: Stock 4711}
    """,
)
def licence_missing(plan: Plan) -> Iterator[Problem]:
    """When a picture agency asks two years later, only the order number helps."""
    for _, use in everything_shown(plan):
        source, licence = use.asset.source, use.asset.license
        if source in _NEED_ONE and not (licence and (licence.name or licence.id)):
            yield problem(*use.path, origin=Term(f"origin-{source}"))
