"""The rule video-size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.recommended import too_small
from socialplan.rules.media.sizes import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_MEASURES = {
    "width": lambda asset: asset.width,
    "height": lambda asset: asset.height,
    "bytes": lambda asset: asset.bytes,
}


@rule(
    "MED152",
    Severity.ERROR,
    message="{what}: {measured} {unit}, and {platform} {bound} {limit} ({cited})",
    help="Export the video again in a size that fits.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: folding.mp4, bytes: 734000000}  # <-
    """,
    good="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: folding.mp4, bytes: 84000000}
    """,
)
def video_size(plan: Plan) -> Iterator[Problem]:
    """An upload of half an hour that ends in an error costs the evening."""
    yield from beyond(plan, ("video",), _MEASURES)
    yield from too_small(plan, ("video",))
