"""The rule image-ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.ratios import misfits
from socialplan.rules.media.shown import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED142",
    Severity.ERROR,
    message="{width}×{height} is {ratio}, and {platform} takes {takes} ({cited})",
    help="Crop the picture, with what matters in the middle.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: ig, platform: instagram, surface: api}
        posts:
          - account: ig
            format: post
            assets:
              - {file: stove.jpg, width: 1080, height: 1920}  # <-
    """,
    good="""
        accounts:
          - {id: ig, platform: instagram, surface: api}
        posts:
          - account: ig
            format: post
            assets:
              - {file: stove.jpg, width: 1080, height: 1350}
    """,
)
def image_ratio(plan: Plan) -> Iterator[Problem]:
    """The platform refuses another shape or crops it, mostly through somebody's head."""
    yield from misfits(plan, PICTURES)
