"""The rule asset-without-source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.copy.due import due
from socialplan.rules.media.shown import each_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED102",
    Severity.INFO,
    message="nobody says where this comes from",
    help="Add `source:` own, commissioned, licensed, user or generated.",
    source="The plan table of the course that this tool grew from: where each picture comes from",
    bad="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/stove.jpg, alt: A black stove}  # <-
    """,
    good="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/stove.jpg, alt: A black stove, source: own}
    """,
)
def asset_without_source(plan: Plan, today: date) -> Iterator[Problem]:
    """Whoever checks a post can only trust a picture whose origin is written down."""
    for _, use in each_shown(plan, due(plan, today)):
        if use.asset.source is None:
            yield problem(*use.path)
