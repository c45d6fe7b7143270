"""The rule video-ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.ratios import misfits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED153",
    Severity.ERROR,
    message="{width}×{height} is {ratio}, and {platform} takes {takes} ({cited})",
    help="Film or crop it in that shape; bars above and below waste half of the screen.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig
            format: reel
            assets:
              - {file: folding.mp4, width: 1920, height: 1080}  # <-
    """,
    good="""
        accounts:
          - {id: ig, platform: instagram}
        posts:
          - account: ig
            format: reel
            assets:
              - {file: folding.mp4, width: 1080, height: 1920}
    """,
)
def video_ratio(plan: Plan) -> Iterator[Problem]:
    """A video that lies on its side is small on a phone, and some platforms refuse it."""
    yield from misfits(plan, ("video",))
