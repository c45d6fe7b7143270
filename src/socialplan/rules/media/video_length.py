"""The rule video-length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.sizes import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_MEASURES = {"seconds": lambda asset: asset.duration}


@rule(
    "MED151",
    Severity.ERROR,
    message="{what}: {measured} {unit}, and {platform} {bound} {limit} ({cited})",
    help="Cut the video, or choose a format that takes longer ones.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: folding.mp4, duration: 240}  # <-
    """,
    good="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: folding.mp4, duration: 120}
    """,
)
def video_length(plan: Plan) -> Iterator[Problem]:
    """A video of another length is refused, after everybody has gone home."""
    yield from beyond(plan, ("video",), _MEASURES)
