"""The rule file-size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.shown import FILES
from socialplan.rules.media.sizes import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_MEASURES = {"bytes": lambda asset: asset.bytes}


@rule(
    "MED161",
    Severity.ERROR,
    message="{what}: {measured} {unit}, and {platform} {bound} {limit} ({cited})",
    help="Save it smaller, or put it on a page of yours and link to that.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: li, platform: linkedin-page}
        posts:
          - account: li
            assets:
              - {file: report.pdf, bytes: 120000000}  # <-
    """,
    good="""
        accounts:
          - {id: li, platform: linkedin-page}
        posts:
          - account: li
            assets:
              - {file: report.pdf, bytes: 9000000}
    """,
)
def file_size(plan: Plan) -> Iterator[Problem]:
    """A report that nobody made smaller is refused on the evening on which it is announced."""
    yield from beyond(plan, FILES, _MEASURES)
